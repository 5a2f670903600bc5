import { conflict } from "../error";

/** draft: its day has not come; opening: households are being invited; open: all of them are. */
export const campaignStates = ["draft", "opening", "open", "closed"] as const;
export type CampaignState = (typeof campaignStates)[number];
export type CampaignAction = "open" | "invited" | "close";

/** state × action → state; what is missing is not allowed (architecture, rule 7). */
export const campaignTable: Record<CampaignState, Partial<Record<CampaignAction, CampaignState>>> = {
  draft: { open: "opening", close: "closed" },
  opening: { invited: "open", close: "closed" },
  open: { close: "closed" },
  closed: {},
};

/** The state an action leads to. Throws `conflict` where the table has none. */
export function nextCampaignState(state: CampaignState, action: CampaignAction): CampaignState {
  const next = campaignTable[state][action];
  if (!next)
    throw conflict(`A campaign that is ${state} cannot be ${action === "close" ? "closed" : "opened"}`);
  return next;
}

/** Whether answers are taken: while people are being invited, and after. The clock of its end decides besides. */
export const takesAnswers = (campaign: { state: CampaignState; closesAt: string }, now: string) =>
  (campaign.state === "opening" || campaign.state === "open") && now < campaign.closesAt;
