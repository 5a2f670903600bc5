import * as z from "zod";
import type { AllSides } from "./comparison";
import { type Rate, rate } from "./rate";
import { compareProjects } from "./shrinkage";
import { suppressGroups, totalOfSome, type Visibility } from "./suppression";
import type { Sides, SurveyFigure } from "./terms";
import { wilson } from "./wilson";

/** A rate as it stands on a page; null where there is no denominator, or where it is hidden. */
export const rateView = z.object({ numerator: z.number(), denominator: z.number() }).nullable();

export const satisfactionView = z.object({
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
export type Satisfaction = z.output<typeof satisfactionView>;

/** A project's survey figures; `reached` says whether the acting member sees the project. */
export type Surveyed = { projectId: string; reached: boolean; sides: Pick<AllSides, SurveyFigure> };

const answersOf = ({ sides }: Pick<Surveyed, "sides">) => sides.satisfied.denominator;

/** Which of all projects may be shown, and the total of those the member reaches; the same for whoever looks. */
function visibilityOf(projects: readonly Surveyed[]) {
  const { groups } = suppressGroups(projects.map(answersOf));
  const of = (at: number) => groups[at] ?? "empty";
  const reached = projects.flatMap((one, at) =>
    one.reached ? [{ answers: answersOf(one), visibility: of(at) }] : [],
  );
  return { of, total: totalOfSome(reached) };
}

/**
 * The satisfaction of those of a tenant's projects that are reached, and `total` of them, as far as they may be
 * shown. What is hidden, the mean they are shrunk towards and the ranks come from all projects, reached or not, so
 * that a project has one number, whoever looks.
 */
export function satisfactionOf(projects: readonly Surveyed[], total: Surveyed["sides"], seed: string) {
  const seen = visibilityOf(projects);
  const samples = projects.map((one) => ({
    ...{ id: one.projectId, satisfied: one.sides.satisfied.numerator, answers: answersOf(one) },
  }));
  const places = compareProjects(samples, seed);
  const rows = projects.flatMap((one, at) => {
    if (!one.reached) return [];
    const { shrunk = null, rank = null, range: rankRange = null } = places[at] ?? {};
    return [[one.projectId, cell(one.sides, seen.of(at), { shrunk, rank, rankRange })] as const];
  });
  const unranked = { shrunk: null, rank: null, rankRange: null };
  return { projects: new Map(rows), total: cell(total, seen.total, unranked) };
}

const rateOf = ({ numerator, denominator }: Sides): Rate | null => rate(numerator, denominator);

function cell(
  sides: Surveyed["sides"],
  visibility: Visibility,
  place: Pick<Satisfaction, "shrunk" | "rank" | "rankRange">,
): Satisfaction {
  const response = rateOf(sides.response);
  const nothing = { satisfied: null, score: null, interval: null };
  const unplaced = { shrunk: null, rank: null, rankRange: null };
  if (visibility === "hidden") return { visibility, answers: null, response: null, ...nothing, ...unplaced };
  if (visibility === "empty") return { visibility, answers: 0, response, ...nothing, ...unplaced };
  const { numerator, denominator } = sides.satisfied;
  return {
    visibility,
    answers: denominator,
    satisfied: rateOf(sides.satisfied),
    score: rateOf(sides.score),
    interval: wilson(numerator, denominator),
    response,
    ...place,
  };
}

/**
 * Whether what the figures of a closed month have become may be shown beside what they were: not where both states
 * together, or the change between them, would tell of fewer than 5 answers. By project, and for the reached ones'
 * total. Both lists name the same projects in the same order.
 */
export function mayShowChange(then: readonly Surveyed[], now: readonly Surveyed[]) {
  const changes = then.map((one, at) => changed(one.sides, now[at]?.sides ?? one.sides));
  const [before, after] = [visibilityOf(then), visibilityOf(now)];
  const { groups } = suppressGroups(changes);
  const reached = then.flatMap(({ reached: isReached }, at) =>
    isReached ? [{ answers: changes[at] ?? 0, visibility: groups[at] ?? "empty" }] : [],
  );
  const may = (was: Visibility, is: Visibility, change: Visibility | undefined) =>
    was !== "hidden" && is !== "hidden" && change === "shown";
  const shown = then.filter((_, at) => may(before.of(at), after.of(at), groups[at]));
  return {
    projects: new Set(shown.map(({ projectId }) => projectId)),
    total: may(before.total, after.total, totalOfSome(reached)),
  };
}

/** How many answers came or went, at least; an answer given anew is one that went and one that came. */
function changed(then: Surveyed["sides"], now: Surveyed["sides"]): number {
  const more = Math.abs(now.satisfied.denominator - then.satisfied.denominator);
  return more === 0 && !isSame(then, now) ? 1 : more;
}

const isSame = (then: Surveyed["sides"], now: Surveyed["sides"]) =>
  (["satisfied", "score", "response"] as const).every(
    (figure) =>
      then[figure].numerator === now[figure].numerator &&
      then[figure].denominator === now[figure].denominator,
  );
