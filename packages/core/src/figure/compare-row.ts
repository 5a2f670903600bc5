import * as z from "zod";
import { type AllSides, addSides } from "./comparison";
import type { KeptProject } from "./kept";
import { mayShowChange, rateView, type Surveyed, satisfactionOf, satisfactionView } from "./satisfaction";
import { figureOf, isDrillable, type SummedFigure, summedFigures } from "./terms";

const collectionView = z.object({
  current: rateView,
  asOfNow: rateView,
  yearToDate: rateView,
  arrearsRecovery: rateView,
  overall: rateView,
  households: rateView,
  waived: rateView,
  developer: rateView,
});
export const serviceView = z.object({
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
  verifiedOnTime: rateView,
  onSiteOnTime: rateView,
  answeredOnTime: rateView,
});
const closingView = z.object({
  closedAt: z.string(),
  /** A survey of the month was still running: its figures are as of now. */
  surveysOpen: z.boolean(),
  /** The local date of the latest correction; null when nothing has changed since. */
  correctedOn: z.string().nullable(),
  /** What has changed since, as it is now, as far as it may be shown. */
  now: z.partialRecord(z.enum(summedFigures), z.union([rateView, z.int()])),
});
/** The figures of one project, or of all together. */
export const rowView = z.object({
  satisfaction: satisfactionView,
  collection: collectionView,
  service: serviceView,
  /** Of a closed month, whose figures are those of then; null where it is open, or a year. */
  closing: closingView.nullable(),
});

type Row = z.input<typeof rowView>;

/**
 * The rows of the projects a member reaches, and of those together; `kept` holds every project of the tenant. The
 * seed is that of the simulated ranks.
 */
export function rowsOf(reached: readonly string[], kept: ReadonlyMap<string, KeptProject>, seed: string) {
  const nothing: KeptProject = { shown: addSides([]), now: addSides([]) };
  const keptOf = (id: string) => kept.get(id) ?? nothing;
  const own = reached.map(keptOf);
  const total = { shown: addSides(own.map(({ shown }) => shown)), now: addSides(own.map(({ now }) => now)) };
  const surveyed = (state: "shown" | "now"): Surveyed[] =>
    [...new Set([...reached, ...kept.keys()])].sort().map((projectId) => ({
      ...{ projectId, reached: reached.includes(projectId), sides: keptOf(projectId)[state] },
    }));
  const satisfaction = satisfactionOf(surveyed("shown"), total.shown, seed);
  const change = mayShowChange(surveyed("shown"), surveyed("now"));
  const of = (projectId: string): Row => {
    const one = keptOf(projectId);
    return {
      satisfaction: satisfaction.projects.get(projectId) ?? satisfaction.total,
      ...figuresOf(one.shown),
      closing: one.closed ? closingOf({ ...one, closed: one.closed }, change.projects.has(projectId)) : null,
    };
  };
  const closed = closedTogether(own);
  return {
    of,
    asOf:
      own
        .map((one) => one.asOf ?? "")
        .sort()
        .at(-1) || undefined,
    total: {
      satisfaction: satisfaction.total,
      ...figuresOf(total.shown),
      closing: closed ? closingOf({ ...total, closed }, change.total) : null,
    },
  };
}

const picked = <N extends SummedFigure>(names: readonly N[], sides: AllSides) =>
  Object.fromEntries(names.map((name) => [name, figureOf(name, sides[name])]));

const collectionFigures = Object.keys(collectionView.shape) as (keyof typeof collectionView.shape)[];
const serviceFigures = Object.keys(serviceView.shape) as (keyof typeof serviceView.shape)[];

/** The figures of service. */
export const serviceOf = (sides: AllSides) => picked(serviceFigures, sides) as Row["service"];

const figuresOf = (sides: AllSides): Pick<Row, "collection" | "service"> => ({
  collection: picked(collectionFigures, sides) as Row["collection"],
  service: serviceOf(sides),
});

type Closed = Required<Pick<KeptProject, "shown" | "now" | "closed">>;

function closingOf({ shown, now, closed }: Closed, maySurveys: boolean): Row["closing"] {
  const changed = summedFigures.filter(
    (figure) =>
      shown[figure].numerator !== now[figure].numerator ||
      shown[figure].denominator !== now[figure].denominator,
  );
  const told = changed.filter((figure) => isDrillable(figure) || maySurveys);
  return {
    closedAt: closed.closedAt,
    surveysOpen: closed.surveysOpen,
    correctedOn: (changed.length > 0 && closed.changedOn) || null,
    now: picked(told, now),
  };
}

/** When the last of some projects was closed, and any last changed; undefined while one of them is open. */
function closedTogether(projects: readonly KeptProject[]): KeptProject["closed"] {
  const all = projects.flatMap(({ closed }) => closed ?? []);
  if (all.length === 0 || all.length < projects.length) return undefined;
  const latest = (dates: readonly (string | undefined)[]) =>
    dates
      .flatMap((date) => date ?? [])
      .sort()
      .at(-1);
  return {
    closedAt: latest(all.map(({ closedAt }) => closedAt)) ?? "",
    surveysOpen: all.some(({ surveysOpen }) => surveysOpen),
    changedOn: latest(all.map(({ changedOn }) => changedOn)),
  };
}
