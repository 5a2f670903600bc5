import { setTimeout as sleep } from "node:timers/promises";
import { isoNow } from "../clock";
import { type DueKey, sweep } from "../table/due";
import { Race, Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { Campaign, CampaignClock } from "./campaign.entity";
import { nextCampaignState } from "./campaign.states";
import { advance, type CampaignItem, finish, type Struck } from "./chunk";
import { inviteChunk } from "./invite";
import { remindChunk } from "./remind";

/** A run leaves the rest to the next, a minute later, before a function's time is up. */
const runMilliseconds = 50_000;

/**
 * Works off the clocks of campaigns that are due: opening in chunks, the two reminders, closing. Safe to run twice,
 * at once and after having been killed anywhere.
 */
export function runCampaigns() {
  const until = Date.now() + runMilliseconds;
  return sweep("campaign", (key) => runClock(key, until));
}

async function runClock({ pk, sk }: DueKey, until: number) {
  const key = { campaignId: pk.slice(pk.indexOf("#") + 1), step: sk.slice(sk.indexOf("#") + 1) };
  let struck: Struck | undefined = await load(key);
  while (struck && !struck.clock.done && struck.clock.at <= isoNow() && Date.now() < until)
    struck = await step(struck);
}

/** The campaign first: where another run has taken it a step further since, its clock says so. */
const load = async (key: { campaignId: string; step: string }): Promise<Struck> => ({
  campaign: await Campaign.need(key),
  clock: await CampaignClock.need(key),
  tenant: await Tenant.need({}),
});

/** One step of a clock; undefined when it has to wait. After a race with an answer or another run, all anew. */
async function step(struck: Struck): Promise<Struck | undefined> {
  try {
    if (struck.campaign.state === "closed") return await finish(struck);
    if (struck.clock.step === "close") return await close(struck);
    if (struck.clock.step === "open") return await open(struck);
    return await remind(struck);
  } catch (error) {
    if (!(error instanceof Race)) throw error;
    await sleep(Math.random() * 50);
    return load(struck.clock);
  }
}

const isOver = (campaign: CampaignItem) => isoNow() >= campaign.closesAt;

async function open(struck: Struck): Promise<Struck> {
  const { campaign } = struck;
  if (isOver(campaign)) return finish(struck);
  if (campaign.state === "opening")
    return advance(struck, inviteChunk, { state: nextCampaignState(campaign.state, "invited") });
  const work = new Work(campaign.tenantId);
  const opening = work.patch(Campaign, campaign, { state: nextCampaignState(campaign.state, "open") });
  await work.commit();
  return { ...struck, campaign: opening };
}

/** A reminder so late that the next clock has struck already is left out rather than doubled. */
async function remind(struck: Struck): Promise<Struck | undefined> {
  const { campaignId } = struck.campaign;
  const following =
    struck.clock.step === "remind1" && (await CampaignClock.need({ campaignId, step: "remind2" }));
  if (isOver(struck.campaign) || (following && following.at <= isoNow())) return finish(struck);
  return struck.campaign.state === "open" ? advance(struck, remindChunk) : undefined;
}

const close = (struck: Struck) =>
  finish(struck, { state: nextCampaignState(struck.campaign.state, "close"), closedAt: isoNow() });
