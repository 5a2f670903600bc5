import * as z from "zod";
import { isoNow, month, monthOf } from "../clock";
import { useTenantId } from "../context";
import { listProjects } from "../project/index";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import {
  asOf,
  collectionOf,
  definitionVersion,
  type Period,
  type ProjectSheets,
  periodOf,
  satisfactionOf,
  serviceOf,
} from "./comparison";
import { type Histogram, satisfiedAnswers, satisfiedRate, score, validAnswers } from "./histogram";
import type { Rate } from "./rate";
import { readSheets } from "./sheet.entity";
import { compareProjects } from "./shrinkage";
import { suppressGroups, type Visibility } from "./suppression";
import { wilson } from "./wilson";

const rateView = z.object({ numerator: z.number(), denominator: z.number() }).nullable();

const satisfactionView = z.object({
  /** hidden: fewer than 5 answers, or to be found by subtraction; empty: nobody answered. */
  visibility: z.enum(["shown", "hidden", "empty"]),
  answers: z.int().nullable(),
  satisfied: rateView,
  score: rateView,
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
  response: rateView,
  /** Shrunk towards the tenant's mean; an estimate. */
  shrunk: z.number().nullable(),
  rank: z.int().nullable(),
  rankRange: z.object({ best: z.int(), worst: z.int() }).nullable(),
});
const collectionView = z.object({
  current: rateView,
  asOfNow: rateView,
  yearToDate: rateView,
  arrearsRecovery: rateView,
  overall: rateView,
  households: rateView,
  developer: rateView,
});
const serviceView = z.object({
  created: z.int(),
  complaints: z.int(),
  completion: rateView,
  responseOnTime: rateView,
  completionOnTime: rateView,
  callbackIn24h: rateView,
  callbackSatisfied: rateView,
  repeatRepair: rateView,
  reopened: rateView,
  complaintsHandled: rateView,
});
const rowView = z.object({
  satisfaction: satisfactionView,
  collection: collectionView,
  service: serviceView,
});

export const comparisonView = z.object({
  period: z.string(),
  version: z.int(),
  /** When the figures were last added to; null when there are none. */
  asOf: z.string().nullable(),
  projects: z.array(rowView.extend({ projectId: z.string(), name: z.string(), kind: z.string() })),
  total: rowView,
});

/** "2026-11" or "2026". */
export const period = z.union([month, z.string().regex(/^(20)\d{2}$/, "must be a year like 2026")]);

/**
 * The member's projects side by side for a month or a year so far, every number from kept figures: the cost is
 * that of the sheets, whatever lies behind them.
 */
export const compare = verb({
  name: "figure.compare",
  may: "figure.read",
  input: z.strictObject({ period: period.optional() }),
  output: comparisonView,
  run: async (input) => {
    const thisMonth = monthOf(isoNow(), await tenantZone());
    const chosen = input.period ?? thisMonth;
    const range = periodOf(chosen, thisMonth);
    const [{ items: projects }, years, always] = await Promise.all([
      listProjects({}),
      readSheets(range.year),
      readSheets("all"),
    ]);
    const sheets = projects.map(({ projectId }) => ({
      projectId,
      year: years.get(projectId),
      always: always.get(projectId),
    }));
    const satisfaction = satisfactionColumn(sheets, range, chosen);
    return {
      period: chosen,
      version: definitionVersion,
      asOf: asOf(sheets.flatMap(({ year, always: ever }) => [year, ever])) ?? null,
      projects: projects.map(({ projectId, name, kind }, i) => ({
        projectId,
        name,
        kind,
        satisfaction: satisfaction.projects[i] ?? satisfaction.total,
        collection: collectionOf(sheets.slice(i, i + 1), range),
        service: serviceOf(sheets.slice(i, i + 1), range),
      })),
      total: {
        satisfaction: satisfaction.total,
        collection: collectionOf(sheets, range),
        service: serviceOf(sheets, range),
      },
    };
  },
});

type Satisfaction = z.output<typeof satisfactionView>;

function satisfactionColumn(
  sheets: readonly (ProjectSheets & { projectId: string })[],
  range: Period,
  seed: string,
) {
  const each = sheets.map((sheet) => satisfactionOf([sheet], range));
  const all = satisfactionOf(sheets, range);
  const answers = each.map(({ histogram }) => validAnswers(histogram));
  const shown = suppressGroups(answers);
  const ranks = compareProjects(
    each.map(({ histogram }, i) => ({
      id: sheets[i]?.projectId ?? "",
      satisfied: satisfiedAnswers(histogram),
      answers: validAnswers(histogram),
    })),
    `${useTenantId()}/${seed}`,
  );
  const projects = each.map(({ histogram, response }, i): Satisfaction => {
    const { shrunk = null, rank = null, range: rankRange = null } = ranks[i] ?? {};
    return satisfactionCell(histogram, response, shown.groups[i] ?? "empty", { shrunk, rank, rankRange });
  });
  const unranked = { shrunk: null, rank: null, rankRange: null };
  return { projects, total: satisfactionCell(all.histogram, all.response, shown.total, unranked) };
}

function satisfactionCell(
  histogram: Histogram,
  response: Rate | null,
  visibility: Visibility,
  place: Pick<Satisfaction, "shrunk" | "rank" | "rankRange">,
): Satisfaction {
  if (visibility !== "shown")
    return {
      visibility,
      answers: visibility === "empty" ? 0 : null,
      satisfied: null,
      score: null,
      interval: null,
      response: visibility === "empty" ? response : null,
      shrunk: null,
      rank: null,
      rankRange: null,
    };
  const answers = validAnswers(histogram);
  return {
    visibility,
    answers,
    satisfied: satisfiedRate(histogram),
    score: score(histogram),
    interval: wilson(satisfiedAnswers(histogram), answers),
    response,
    ...place,
  };
}
