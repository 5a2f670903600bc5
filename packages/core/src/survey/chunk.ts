import type { ItemOf } from "../table/entity";
import { transactionLimit, Work } from "../table/work";
import type { Tenant } from "../tenant/tenant.entity";
import { Campaign, CampaignClock } from "./campaign.entity";

export type CampaignItem = ItemOf<typeof Campaign>;
export type ClockItem = ItemOf<typeof CampaignClock>;
/** A clock that has struck, with what its work needs. */
export type Struck = { clock: ClockItem; campaign: CampaignItem; tenant: ItemOf<typeof Tenant> };
/** What one chunk of a clock's work sees: a project of the campaign, and where in it to go on. */
export type Chunk = Struck & { work: Work; projectId: string };

/** Records a chunk, when each takes so many writes; two are for the clock and the campaign. */
export const chunkOf = (writesEach: number) => Math.floor((transactionLimit - 2) / writesEach);

/**
 * Does one more chunk of a clock's work over the campaign's projects: `step` adds the writes for a page of records
 * and gives the cursor of the next page. The clock moves on in the same transaction, so that each chunk is done
 * once however often it is killed or run beside another. After the last chunk the campaign becomes `after`.
 */
export async function advance(
  struck: Struck,
  step: (chunk: Chunk) => Promise<string | undefined>,
  after: Partial<CampaignItem> = {},
): Promise<Struck> {
  const { clock, campaign } = struck;
  const projectId = campaign.projectIds[clock.project];
  if (projectId === undefined) return finish(struck, after);
  const work = new Work(campaign.tenantId);
  const cursor = await step({ ...struck, work, projectId });
  // A campaign closed meanwhile invites nobody any more.
  work.check(Campaign, campaign);
  const project = cursor === undefined ? clock.project + 1 : clock.project;
  const moved = work.patch(CampaignClock, clock, { project, cursor });
  await work.commit();
  return { ...struck, clock: moved };
}

/** Ends a clock's work; the campaign becomes `after` with it. */
export async function finish(struck: Struck, after: Partial<CampaignItem> = {}): Promise<Struck> {
  const work = new Work(struck.campaign.tenantId);
  const changed = Object.keys(after).length > 0;
  const campaign = changed ? work.patch(Campaign, struck.campaign, after) : struck.campaign;
  const clock = work.patch(CampaignClock, struck.clock, { done: true, cursor: undefined });
  await work.commit();
  return { ...struck, campaign, clock };
}
