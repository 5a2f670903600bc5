import { asIfAt } from "../clock";
import { runCampaigns } from "./clocks";
import { getCampaign, startCampaign } from "./index";
import { type Firm, invitationsOf, lettersOf } from "./survey.testing";

export const noon = "2026-11-02T04:00:00.000Z";
export const run = (at: string) => asIfAt(at, runCampaigns);
export const start = (firm: Firm, input: Partial<Parameters<typeof startCampaign>[0]> = {}) =>
  asIfAt(noon, () =>
    firm.as("headquarters", () =>
      startCampaign({ projectIds: [firm.projectId], closesOn: "2026-11-30", ...input }),
    ),
  );
export const state = async (firm: Firm, campaignId: string) =>
  (await firm.as("headquarters", () => getCampaign({ campaignId }))).state;
export const letters = async (firm: Firm) =>
  Promise.all(
    (await invitationsOf(firm)).map(async ({ invitationId }) =>
      (await lettersOf(firm, invitationId)).map(({ template }) => template),
    ),
  );
