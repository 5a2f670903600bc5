import * as z from "zod";
import { dateOf, endOfDate, isoNow, localDate, startOfDate } from "../clock";
import { badRequest, notFound } from "../error";
import { newId } from "../id";
import { needReach } from "../member/scope";
import { Project } from "../project/project.entity";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { Campaign, CampaignClock, campaignSchema, campaignTitle, type clockSteps } from "./campaign.entity";
import type { CampaignItem } from "./chunk";
import { reminderTimes } from "./dates";
import { claimDays } from "./overlap";
import { campaignView } from "./view";

const defaultDays = 20;
const longestDays = 366;

const plusDays = (date: string, days: number) =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

/**
 * Starts a survey of all households of some projects: today, or on the day `opensOn`; to the end of `closesOn`, three
 * weeks later unless told otherwise. Households are invited from the next run of the schedule on. Throws `conflict`
 * when one of the projects is asked by another survey on some of these days.
 */
export const startCampaign = verb({
  name: "survey.start",
  may: "survey.manage",
  input: z.strictObject({
    title: campaignTitle.optional(),
    projectIds: campaignSchema.shape.projectIds,
    opensOn: localDate.optional(),
    closesOn: localDate.optional(),
  }),
  output: campaignView,
  run: async ({ title, projectIds, ...dates }, work) => {
    await needProjects(projectIds);
    const zone = await tenantZone();
    const today = dateOf(isoNow(), zone);
    const { opensOn, closesOn } = checkedDates(dates, today);
    const opensAt = opensOn === today ? work.now : startOfDate(opensOn, zone);
    const campaign = work.create(Campaign, {
      campaignId: newId("campaign"),
      title: title ?? defaultTitle(opensOn),
      projectIds: [...new Set(projectIds)],
      opensOn,
      closesOn,
      opensAt,
      closesAt: endOfDate(closesOn, zone),
      openedMonth: opensOn.slice(0, 7),
      state: "draft",
      createdAt: work.now,
    });
    await claimDays(work, campaign);
    setClocks(work, campaign, zone);
    work.about(campaign.campaignId);
    return campaign;
  },
});

const defaultTitle = (opensOn: string) => ({
  "zh-CN": `${opensOn.slice(0, 4)}年业户满意度调查`,
  en: `${opensOn.slice(0, 4)} resident satisfaction survey`,
});

/** Someone else's project, one out of reach and an unknown one are all "not found". */
async function needProjects(projectIds: readonly string[]) {
  for (const projectId of projectIds) needReach(projectId);
  const found = await Project.batch(projectIds.map((projectId) => ({ projectId })));
  if (found.length !== new Set(projectIds).size) throw notFound();
}

function checkedDates(dates: { opensOn?: string; closesOn?: string }, today: string) {
  const opensOn = dates.opensOn ?? today;
  const closesOn = dates.closesOn ?? plusDays(opensOn, defaultDays);
  if (opensOn < today) throw badRequest("opensOn: must not lie in the past", "opensOn");
  if (opensOn > plusDays(today, longestDays)) throw badRequest("opensOn: must lie within a year", "opensOn");
  if (closesOn < opensOn) throw badRequest("closesOn: must not lie before opensOn", "closesOn");
  if (closesOn > plusDays(opensOn, longestDays))
    throw badRequest("closesOn: must lie within a year after opensOn", "closesOn");
  return { opensOn, closesOn };
}

function setClocks(work: Work, campaign: CampaignItem, zone: string) {
  const [first, second] = reminderTimes(campaign, zone);
  const times: Record<(typeof clockSteps)[number], string> = {
    open: campaign.opensAt,
    remind1: first,
    remind2: second,
    close: campaign.closesAt,
  };
  for (const step of ["open", "remind1", "remind2", "close"] as const)
    work.create(CampaignClock, { campaignId: campaign.campaignId, step, at: times[step] });
}
