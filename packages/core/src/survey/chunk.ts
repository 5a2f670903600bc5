import type { ItemOf } from "../table/entity";
import { Race, transactionLimit, Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { Campaign, CampaignClock } from "./campaign.entity";

export type CampaignItem = ItemOf<typeof Campaign>;
export type ClockItem = ItemOf<typeof CampaignClock>;
export type TenantItem = ItemOf<typeof Tenant>;
/** What one chunk of a campaign's work sees. */
export type Chunk = {
  work: Work;
  campaign: CampaignItem;
  tenant: TenantItem;
  projectId: string;
  cursor?: string;
};

/** Records a chunk, when each takes so many writes; two are for the clock and the campaign. */
export const chunkOf = (writesEach: number) => Math.floor((transactionLimit - 2) / writesEach);

/**
 * Does one more chunk of a clock's work over the campaign's projects: `step` adds the writes for a page of records
 * and gives the cursor of the next page. The clock moves on in the same transaction, so that each chunk is done
 * once however often it is killed or run beside another. Returns the clock as it is then.
 */
export async function advance(
  clock: ClockItem,
  campaign: CampaignItem,
  step: (chunk: Chunk) => Promise<string | undefined>,
  end: (work: Work, campaign: CampaignItem) => void = () => {},
): Promise<ClockItem> {
  const work = new Work(campaign.tenantId);
  const projectId = campaign.projectIds[clock.project];
  if (projectId === undefined) {
    end(work, campaign);
    return commit(work, work.patch(CampaignClock, clock, { done: true, cursor: undefined }));
  }
  const tenant = await Tenant.need({});
  const cursor = await step({ work, campaign, tenant, projectId, cursor: clock.cursor });
  // A campaign closed meanwhile invites nobody any more.
  work.check(Campaign, campaign);
  const project = cursor === undefined ? clock.project + 1 : clock.project;
  return commit(work, work.patch(CampaignClock, clock, { project, cursor }));
}

async function commit(work: Work, clock: ClockItem): Promise<ClockItem> {
  await work.commit();
  return clock;
}

/** Marks a clock as done without its work. */
export async function finish(clock: ClockItem): Promise<ClockItem> {
  const work = new Work(clock.tenantId);
  return commit(work, work.patch(CampaignClock, clock, { done: true, cursor: undefined }));
}

/** Whether somebody else was at the same clock in between. */
export const isRace = (error: unknown) => error instanceof Race;
