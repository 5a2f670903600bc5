import * as z from "zod";
import { notFound } from "../error";
import type { Grid } from "../figure/grid";
import { channels, questions, stages } from "../figure/sheet";
import { gridOf, readSheets } from "../figure/sheet.entity";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { Project } from "../project/project.entity";
import { verb } from "../verb";
import type { CampaignItem } from "./chunk";
import { driversOf, driverView } from "./drivers";
import { households, householdsOf } from "./households";
import type { QuestionKey } from "./questionnaire";
import {
  addTallies,
  dimensionMean,
  figureOf,
  partFigures,
  projectVisibility,
  type QuestionFigure,
  questionFigure,
  questionFigures,
  tally,
} from "./results";
import { campaignView, needCampaign, seen } from "./view";

const projectResult = z.object({
  projectId: idOf("project"),
  name: z.string(),
  households,
  questions: questionFigures,
  /** The mean of the dimensions' scores; null while one of them may not be shown. */
  dimensionScore: z.number().nullable(),
  /** When the figures were last added to. */
  asOf: z.string().optional(),
});

type Results = { grids: Map<string, Grid>; drivers: Map<string, Grid>; asOf: Map<string, string> };

/** The kept figures of a campaign, every project of it, all zero where nothing was counted yet. */
async function readResults(campaign: CampaignItem): Promise<Results> {
  const sheets = await readSheets(campaign.campaignId);
  const gridsOf = (family: "survey" | "drivers") =>
    new Map(campaign.projectIds.map((id) => [id, gridOf(sheets.get(id), family)]));
  const asOf = new Map([...sheets].map(([id, sheet]) => [id, sheet.asOf]));
  return { grids: gridsOf("survey"), drivers: gridsOf("drivers"), asOf };
}

/** Every question of every project, and over all of them; hidden alike for whoever looks. */
function allFigures({ grids }: Results) {
  const byProject = new Map([...grids.keys()].map((id) => [id, {} as Record<QuestionKey, QuestionFigure>]));
  const total = {} as Record<QuestionKey, QuestionFigure>;
  for (const question of questions) {
    const tallies = [...grids.values()].map((grid) => tally(grid, question));
    const visible = projectVisibility(tallies);
    total[question] = figureOf(addTallies(tallies), visible.total);
    [...byProject.values()].forEach((figures, index) => {
      const own = tallies[index];
      if (own) figures[question] = figureOf(own, visible.groups[index] ?? "empty");
    });
  }
  return { byProject, total };
}

const projectNames = async (ids: readonly string[]) =>
  new Map((await Project.batch(ids.map((projectId) => ({ projectId })))).map((p) => [p.projectId, p.name]));

/** A campaign with its response and its results, project beside project, read from kept figures. */
export const getCampaign = verb({
  name: "survey.get",
  may: "survey.read",
  input: z.strictObject({ campaignId: idOf("campaign") }),
  output: campaignView.extend({
    projects: z.array(projectResult),
    /** Over all projects; only for members who work in all of them. */
    total: projectResult
      .pick({ households: true, questions: true, dimensionScore: true })
      .extend({ drivers: z.array(driverView) })
      .optional(),
  }),
  run: async ({ campaignId }) => {
    const campaign = await needCampaign(campaignId);
    const own = seen(campaign);
    if (!own) throw notFound();
    const [results, names] = await Promise.all([readResults(campaign), projectNames(own.projectIds)]);
    const { byProject, total } = allFigures(results);
    const projects = own.projectIds.flatMap((projectId) => {
      const [figures, grid] = [byProject.get(projectId), results.grids.get(projectId)];
      if (!figures || !grid) return [];
      const name = names.get(projectId) ?? "";
      const dimensionScore = dimensionMean(figures);
      const asOf = results.asOf.get(projectId);
      return [
        { projectId, name, households: householdsOf([grid]), questions: figures, dimensionScore, asOf },
      ];
    });
    const whole = own.projectIds.length === campaign.projectIds.length;
    const all = {
      households: householdsOf(results.grids.values()),
      questions: total,
      drivers: driversOf([...results.drivers.values()], total),
    };
    return { ...own, projects, total: whole ? { ...all, dimensionScore: dimensionMean(total) } : undefined };
  },
});

const parted = questionFigure.extend({
  channels: z.record(z.enum(channels), questionFigure),
  stages: z.record(z.enum(stages), questionFigure),
});

/** One project of a campaign by itself: each question beside its parts by channel and by owner stage. */
export const getProjectResult = verb({
  name: "survey.project",
  may: "survey.read",
  input: z.strictObject({ campaignId: idOf("campaign"), projectId: idOf("project") }),
  output: projectResult.extend({
    questions: z.record(z.enum(questions), parted),
    drivers: z.array(driverView),
  }),
  run: async ({ campaignId, projectId }) => {
    needReach(projectId);
    const campaign = await needCampaign(campaignId);
    const results = await readResults(campaign);
    const grid = results.grids.get(projectId);
    const figures = allFigures(results).byProject.get(projectId);
    if (!grid || !figures) throw notFound();
    const counts = householdsOf([grid]);
    const detail = questions.map((question) => {
      const { visibility } = figures[question];
      const own = figureOf(tally(grid, question), visibility, counts.invited);
      const parts = {
        channels: partFigures(grid, question, channels, visibility),
        stages: partFigures(grid, question, stages, visibility),
      };
      return [question, { ...own, ...parts }] as const;
    });
    return {
      projectId,
      name: (await projectNames([projectId])).get(projectId) ?? "",
      households: counts,
      questions: Object.fromEntries(detail) as Record<QuestionKey, z.output<typeof parted>>,
      dimensionScore: dimensionMean(figures),
      drivers: driversOf([results.drivers.get(projectId) ?? gridOf(undefined, "drivers")], figures),
      asOf: results.asOf.get(projectId),
    };
  },
});
