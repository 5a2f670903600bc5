import * as z from "zod";
import { gridOf, Sheet } from "../figure/sheet.entity";
import { groupBy } from "../group";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { Campaign } from "./campaign.entity";
import { nextCampaignState } from "./campaign.states";
import type { CampaignItem } from "./chunk";
import { households, householdsOf } from "./households";
import { campaignView, needCampaign, seen } from "./view";

const listed = campaignView.extend({ households });

/** Campaigns that touch the acting member's projects, the latest first, with the households of those projects. */
export const listCampaigns = verb({
  name: "survey.list",
  may: "survey.read",
  input: z.strictObject({ ...pageInput }),
  output: z.object({ items: z.array(listed), cursor: z.string().optional() }),
  run: async ({ limit, cursor }) => {
    const page = await Campaign.query("gsi1", ["campaign"], { limit, cursor, reverse: true });
    const campaigns = page.items.flatMap((campaign) => seen(campaign) ?? []);
    const gridsOf = await gridsOfCampaigns(campaigns);
    const items = campaigns.map((one) => ({ ...one, households: householdsOf(gridsOf(one.campaignId)) }));
    return { items, cursor: page.cursor };
  },
});

/** The kept figures of each campaign's projects; what has not begun is not counted yet. */
async function gridsOfCampaigns(campaigns: readonly CampaignItem[]) {
  const begun = campaigns.filter(({ state }) => state !== "draft");
  const keys = begun.flatMap(({ campaignId: scope, projectIds }) =>
    projectIds.map((projectId) => ({ scope, projectId })),
  );
  const sheets = groupBy(await Sheet.batch(keys, { consistent: false }), ({ scope }) => scope);
  return (campaignId: string) => (sheets.get(campaignId) ?? []).map((sheet) => gridOf(sheet, "survey"));
}

/** Ends a campaign before its day: its links are closed from this moment on. Needs all of its projects. */
export const closeCampaign = verb({
  name: "survey.close",
  may: "survey.manage",
  input: z.strictObject({ campaignId: idOf("campaign") }),
  output: campaignView,
  run: async ({ campaignId }, work) => {
    const campaign = await needCampaign(campaignId);
    for (const projectId of campaign.projectIds) needReach(projectId);
    work.about(campaignId);
    const state = nextCampaignState(campaign.state, "close");
    return work.patch(Campaign, campaign, { state, closedAt: work.now });
  },
});
