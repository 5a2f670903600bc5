import { useActor } from "../context";
import { notFound } from "../error";
import { reaches } from "../member/scope";
import { Campaign, campaignSchema } from "./campaign.entity";
import type { CampaignItem } from "./chunk";

/** A campaign as members see it; `projectIds` are those of its projects they work in. */
export const campaignView = campaignSchema;

/** The campaign with the acting member's projects alone; undefined when none of them is theirs. */
export function seen(campaign: CampaignItem): CampaignItem | undefined {
  const actor = useActor();
  const projectIds = campaign.projectIds.filter((projectId) => reaches(actor, projectId));
  return projectIds.length > 0 ? { ...campaign, projectIds } : undefined;
}

/** The campaign as it is. Throws `not_found` when none of its projects is the acting member's. */
export async function needCampaign(campaignId: string): Promise<CampaignItem> {
  const campaign = await Campaign.need({ campaignId });
  if (!seen(campaign)) throw notFound();
  return campaign;
}
