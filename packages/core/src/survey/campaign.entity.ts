import * as z from "zod";
import { instant, localDate, month } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { campaignStates } from "./campaign.states";

const title = z.string().trim().min(2).max(60);
/** A campaign's title in both languages. */
export const campaignTitle = z.strictObject({ "zh-CN": title, en: title });

/** A survey of all households of some projects, open from the start of `opensOn` to the end of `closesOn`. */
export const campaignSchema = z.object({
  campaignId: idOf("campaign"),
  title: campaignTitle,
  projectIds: z.array(idOf("project")).min(1).max(500),
  opensOn: localDate,
  closesOn: localDate,
  opensAt: instant,
  closesAt: instant,
  /** The local month of `opensOn`: all of the campaign's answers count in it. */
  openedMonth: month,
  state: z.enum(campaignStates),
  createdAt: instant,
  closedAt: instant.optional(),
});

/** All campaigns of a tenant by gsi1, in the order they were started. */
export const Campaign = entity({
  name: "campaign",
  schema: campaignSchema,
  key: (key: { campaignId: string }) => [[key.campaignId], "campaign"],
  indexes: { gsi1: (campaign) => [["campaign"], campaign.campaignId] },
});

/** The campaigns of a firm that are not over: whoever starts another changes it, so that none is overlooked. */
export const CampaignCalendar = entity({
  name: "campaignCalendar",
  schema: z.object({ campaignIds: z.array(idOf("campaign")) }),
  key: (_: { campaignIds?: string[] }) => [["campaign"], "calendar"],
});

/** What a campaign waits for. */
export const clockSteps = ["open", "remind1", "remind2", "close"] as const;

/**
 * One clock of a campaign, and how far its work has come: which project, and where in it. Each chunk of work moves
 * it on in the same transaction, so that work killed anywhere goes on where it stopped.
 */
export const CampaignClock = entity({
  name: "campaignClock",
  schema: z.object({
    campaignId: idOf("campaign"),
    step: z.enum(clockSteps),
    at: instant,
    done: z.boolean().default(false),
    /** Position in the campaign's `projectIds`. */
    project: z.int().min(0).default(0),
    cursor: z.string().optional(),
  }),
  key: (key: { campaignId: string; step: string }) => [[key.campaignId], `clock#${key.step}`],
  due: (clock) => (clock.done ? undefined : { kind: "campaign", at: clock.at }),
});
