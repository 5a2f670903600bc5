import type { Actor } from "@frontdesk/core/actor";
import { asIfAt, isoNow } from "@frontdesk/core/clock";
import { runCampaigns, startCampaign } from "@frontdesk/core/survey/index";
import { type Household, invitationsOf, mintHouses } from "@frontdesk/core/survey/survey.testing";
import { mintTenant } from "@frontdesk/core/testing/tenant";
import { createApp } from "../api/app";

/** The whole app, with `actor` signed in: nobody, unless told otherwise. */
export const testApp = (actor: Actor = { type: "public" }) => {
  const nothing = async () => new Response(null, { status: 404 });
  return createApp({
    senderOf: () => ({ likely: undefined, actor: Promise.resolve(actor) }),
    auth: nothing,
    version: "test",
  });
};

/** A firm whose campaign is open now, with the links of its households. Only for a database of the test's own. */
export async function openCampaign(households: Household[], at = isoNow()) {
  const firm = await mintTenant("安居物业");
  await mintHouses(firm, households);
  const { campaignId } = await asIfAt(at, () =>
    firm.as("headquarters", () => startCampaign({ projectIds: [firm.projectId] })),
  );
  await asIfAt(at, runCampaigns);
  const invitations = await invitationsOf(firm);
  return { firm, campaignId, invitations, tokens: invitations.map(({ token = "" }) => token) };
}
