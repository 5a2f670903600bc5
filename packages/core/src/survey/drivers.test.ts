import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Grid } from "../figure/grid";
import { type Histogram, histogramOf } from "../figure/histogram";
import { answerValues, dimensions, families, questions } from "../figure/sheet";
import { spearmanOfPairs } from "../figure/spearman";
import { ownDatabase } from "../testing/own-database";
import { driversOf } from "./drivers";
import { getCampaign, getProjectResult } from "./index";
import { give, opened } from "./open.testing";
import type { QuestionKey } from "./questionnaire";
import { figureOf } from "./results";
import { answered, foldProject, ordinary } from "./survey.testing";

ownDatabase();

type Pair = readonly [own: number, overall: number];

/** What is kept of households that answered one dimension and the overall question. */
function kept(dimension: (typeof dimensions)[number], pairs: readonly Pair[]) {
  const grid = new Grid(families.drivers);
  for (const [own, overall] of pairs) grid.add(`${dimension}/${own}`, String(overall), 1);
  const tallied = (histogram: Histogram, visibility: "shown" | "hidden") =>
    figureOf({ histogram, notApplicable: 0 }, visibility);
  const figures = (hidden?: QuestionKey) =>
    Object.fromEntries(
      questions.map((key) => {
        const histogram = histogramOf(pairs.map(([own, overall]) => (key === "overall" ? overall : own)));
        return [key, tallied(histogram, key === hidden ? "hidden" : "shown")] as const;
      }),
    ) as Parameters<typeof driversOf>[1];
  return { grid, figures };
}

const answer = fc.integer({ min: 1, max: 5 });
const pairs = fc.array(fc.tuple(answer, answer), { minLength: 28, maxLength: 60 });

describe("drivers", () => {
  it("are the correlation of the pairs that are kept, in one grid or in several, from 30", () => {
    fc.assert(
      fc.property(pairs, fc.nat(60), fc.constantFrom(...dimensions), (given, cut, dimension) => {
        const whole = kept(dimension, given);
        const parts = [kept(dimension, given.slice(0, cut)).grid, kept(dimension, given.slice(cut)).grid];
        const found = driversOf([whole.grid], whole.figures());
        expect(driversOf(parts, whole.figures())).toEqual(found);
        const own = found.find((one) => one.dimension === dimension);
        const plain = spearmanOfPairs(given);
        if (given.length < 30) expect(own).toMatchObject({ pairs: null, importance: null, quadrant: null });
        else if (plain === null) expect(own).toMatchObject({ pairs: given.length, importance: null });
        else expect(own?.importance).toBeCloseTo(plain, 1.9);
        for (const other of found)
          if (other.dimension !== dimension) expect(other).toMatchObject({ pairs: null, importance: null });
      }),
    );
  });

  it("tell nothing where the dimension or the overall question may not be shown", () => {
    const all = answerValues.flatMap((_, a) => answerValues.map((__, b): Pair => [a + 1, b + 1]));
    const { grid, figures } = kept("fees", [...all, ...all]);
    const fees = (hidden?: QuestionKey) =>
      driversOf([grid], figures(hidden)).find(({ dimension }) => dimension === "fees");
    expect(fees()).toMatchObject({
      pairs: 50,
      importance: 0,
      performance: { numerator: 3_000, denominator: 50 },
    });
    for (const hidden of ["fees", "overall"] as const)
      expect(fees(hidden)).toMatchObject({
        pairs: null,
        importance: null,
        performance: null,
        quadrant: null,
      });
  });
});

it("stand on a project's result and on the whole campaign's, from what households answered", async () => {
  const { firm, invitations, campaignId } = await opened(Array.from({ length: 30 }, () => ordinary));
  for (const [index, { invitationId }] of invitations.entries()) {
    const overall = (index % 5) + 1;
    await give(
      firm,
      invitationId,
      answered(overall, { fees: 6 - overall, greening: 3, cleaning: index === 0 ? null : 4 }),
    );
  }
  await foldProject(firm);
  const { project, whole } = await firm.as("headquarters", async () => ({
    project: await getProjectResult({ campaignId, projectId: firm.projectId }),
    whole: await getCampaign({ campaignId }),
  }));
  const of = (dimension: string) => project.drivers.find((one) => one.dimension === dimension);
  expect(of("security")).toMatchObject({ pairs: 30, importance: 1, quadrant: "strength" });
  expect(of("fees")).toMatchObject({ pairs: 30, importance: -1 });
  expect(of("greening")).toMatchObject({ pairs: 30, importance: null, quadrant: null });
  expect(of("cleaning")).toMatchObject({ pairs: null, importance: null });
  expect(whole.total?.drivers).toEqual(project.drivers);
});
