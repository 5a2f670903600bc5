import * as z from "zod";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { Campaign } from "./campaign.entity";
import { nextCampaignState } from "./campaign.states";
import { campaignView, needCampaign, seen } from "./view";

/** Campaigns that touch the acting member's projects, the latest first. */
export const listCampaigns = verb({
  name: "survey.list",
  may: "survey.read",
  input: z.strictObject({ ...pageInput }),
  output: z.object({ items: z.array(campaignView), cursor: z.string().optional() }),
  run: async ({ limit, cursor }) => {
    const page = await Campaign.query("gsi1", ["campaign"], { limit, cursor, reverse: true });
    return { items: page.items.flatMap((campaign) => seen(campaign) ?? []), cursor: page.cursor };
  },
});

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
