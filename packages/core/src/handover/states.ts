/**
 * given → taking → taken: the taker gets the work piece by piece, so that any amount of it fits. withdrawn: the giver
 * took it back before anybody had taken it.
 */
export const handoverStates = ["given", "taking", "taken", "withdrawn"] as const;
export type HandoverState = (typeof handoverStates)[number];

export const handoverActions = ["take", "withdraw"] as const;
export type HandoverAction = (typeof handoverActions)[number];

/** As what somebody stands to a handover. successor: may take it, and has not given it; taker: has begun to take it. */
export type HandoverParty = "giver" | "successor" | "taker";

type Rule = { to: HandoverState; who: readonly HandoverParty[] };

/** The whole machine. Taking leads on to `taken` once nothing is left to take. */
export const handoverTable: Record<HandoverState, Partial<Record<HandoverAction, Rule>>> = {
  given: {
    take: { to: "taking", who: ["successor"] },
    withdraw: { to: "withdrawn", who: ["giver"] },
  },
  taking: { take: { to: "taking", who: ["taker"] } },
  taken: {},
  withdrawn: {},
};
