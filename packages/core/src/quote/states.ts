/**
 * drafted → sent → agreed; declined, withdrawn and lapsed end it. What stands in a quote never changes: another one is
 * made instead, which is to be agreed to anew.
 */
export const states = ["drafted", "sent", "agreed", "declined", "withdrawn", "lapsed"] as const;
export type State = (typeof states)[number];

export const actions = [
  /** Send the resident a link to it, or another one. */
  "send",
  /** The resident signs on the glass. */
  "sign",
  /** The resident agrees by the link. */
  "agree",
  "decline",
  "withdraw",
  /** Nobody answered in time, or the ticket ended without it. */
  "lapse",
] as const;
export type Action = (typeof actions)[number];

/** As what somebody stands to a quote. seller: works on its ticket, or gives the work out; resident: holds its link. */
export const parties = ["seller", "resident", "service"] as const;
export type Party = (typeof parties)[number];

export type Rule = {
  to: State;
  who: readonly Party[];
  /** No work was reported done under it, which is charged by it. */
  requires?: "unused";
};

const send: Rule = { to: "sent", who: ["seller"] };
const sign: Rule = { to: "agreed", who: ["seller"] };
const withdraw: Rule = { to: "withdrawn", who: ["seller"] };
const lapse: Rule = { to: "lapsed", who: ["service"] };

/** The whole machine. What is not in it cannot be done. */
export const table: Record<State, Partial<Record<Action, Rule>>> = {
  drafted: { send, sign, decline: { to: "declined", who: ["seller"] }, withdraw, lapse },
  sent: {
    send,
    sign,
    agree: { to: "agreed", who: ["resident"] },
    decline: { to: "declined", who: ["seller", "resident"] },
    withdraw,
    lapse,
  },
  agreed: { withdraw: { ...withdraw, requires: "unused" }, lapse: { ...lapse, requires: "unused" } },
  declined: {},
  withdrawn: {},
  lapsed: {},
};

/** States in which a quote may still come to something. */
export const isLive = (state: State) => table[state].lapse !== undefined;
/** States in which the resident has yet to answer. */
export const isOpen = (state: State) => table[state].sign !== undefined;
