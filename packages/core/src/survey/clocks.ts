import { setTimeout as sleep } from "node:timers/promises";
import { isoNow } from "../clock";
import { type DueKey, sweep } from "../table/due";
import { Work } from "../table/work";
import { Campaign, CampaignClock } from "./campaign.entity";
import { nextCampaignState } from "./campaign.states";
import { advance, type CampaignItem, type ClockItem, finish, isRace } from "./chunk";
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
  const campaignId = pk.slice(pk.indexOf("#") + 1);
  let clock = await CampaignClock.need({ campaignId, step: sk.slice(sk.indexOf("#") + 1) });
  while (!clock.done && clock.at <= isoNow() && Date.now() < until) {
    const next = await step(clock);
    if (!next) return;
    clock = next;
  }
}

/** One step of a clock; undefined when it has to wait. After a race with an answer or another run, the clock as it is. */
async function step(clock: ClockItem): Promise<ClockItem | undefined> {
  const campaign = await Campaign.need(clock);
  try {
    if (campaign.state === "closed") return await finish(clock);
    if (clock.step === "close") return await close(clock, campaign);
    if (clock.step === "open") return await open(clock, campaign);
    return await remind(clock, campaign);
  } catch (error) {
    if (!isRace(error)) throw error;
    await sleep(Math.random() * 50);
    return CampaignClock.need(clock);
  }
}

const isOver = (campaign: CampaignItem) => isoNow() >= campaign.closesAt;

async function open(clock: ClockItem, campaign: CampaignItem) {
  if (isOver(campaign)) return finish(clock);
  if (campaign.state === "draft") {
    const work = new Work(campaign.tenantId);
    work.patch(Campaign, campaign, { state: nextCampaignState(campaign.state, "open") });
    await work.commit();
    return clock;
  }
  return advance(clock, campaign, inviteChunk, (work) =>
    work.patch(Campaign, campaign, { state: nextCampaignState(campaign.state, "invited") }),
  );
}

/** A reminder so late that the next clock has struck already is left out rather than doubled. */
async function remind(clock: ClockItem, campaign: CampaignItem) {
  const { campaignId } = campaign;
  const following =
    clock.step === "remind1" ? await CampaignClock.need({ campaignId, step: "remind2" }) : undefined;
  if (isOver(campaign) || (following && following.at <= isoNow())) return finish(clock);
  if (campaign.state !== "open") return undefined;
  return advance(clock, campaign, (chunk) => remindChunk(chunk, clock));
}

async function close(clock: ClockItem, campaign: CampaignItem) {
  const work = new Work(campaign.tenantId);
  work.patch(Campaign, campaign, { state: nextCampaignState(campaign.state, "close"), closedAt: work.now });
  const done = work.patch(CampaignClock, clock, { done: true });
  await work.commit();
  return done;
}
