import { conflict } from "../error";
import { Project } from "../project/project.entity";
import type { Work } from "../table/work";
import { Campaign, CampaignCalendar } from "./campaign.entity";
import type { CampaignItem } from "./chunk";

/**
 * Puts a campaign into the firm's calendar. Throws `conflict` when one of its projects is asked by another on some of
 * its days: a household has one voice at a time, and two answers could not be told apart. Of two started at once, one
 * finds the other's.
 */
export async function claimDays(work: Work, campaign: CampaignItem): Promise<void> {
  const calendar = await CampaignCalendar.get({});
  const noted = await Campaign.batch((calendar?.campaignIds ?? []).map((campaignId) => ({ campaignId })));
  const ahead = noted.filter(({ state, closesAt }) => state !== "closed" && closesAt > work.now);
  for (const other of ahead) await refuseClash(campaign, other);
  const campaignIds = [...ahead.map(({ campaignId }) => campaignId), campaign.campaignId];
  if (calendar) work.patch(CampaignCalendar, calendar, { campaignIds });
  else work.create(CampaignCalendar, { campaignIds }, "race");
}

async function refuseClash(campaign: CampaignItem, other: CampaignItem) {
  if (campaign.opensOn > other.closesOn || other.opensOn > campaign.closesOn) return;
  const asked = new Set(other.projectIds);
  const projectId = campaign.projectIds.find((one) => asked.has(one));
  if (!projectId) return;
  const { name } = await Project.need({ projectId });
  throw conflict(`${name} is surveyed from ${other.opensOn} to ${other.closesOn} already`, "projectIds");
}
