import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayShowChange, type Surveyed, satisfactionOf } from "./satisfaction";
import { suppressGroups, totalOfSome } from "./suppression";

const sidesOf = (satisfied: number, answers: number): Surveyed["sides"] => ({
  satisfied: { numerator: satisfied, denominator: answers },
  score: { numerator: 20 * (answers + 4 * satisfied), denominator: answers },
  response: { numerator: answers, denominator: 2 * answers },
});
const totalOf = (projects: readonly Surveyed[]): Surveyed["sides"] => {
  const sum = (side: "numerator" | "denominator") =>
    projects.filter(({ reached }) => reached).reduce((all, { sides }) => all + sides.satisfied[side], 0);
  return sidesOf(sum("numerator"), sum("denominator"));
};

/** Small numbers prevail, since that is where hiding happens. */
const answers = fc.oneof(fc.nat(7), fc.nat(7), fc.nat(60));
const projects: fc.Arbitrary<Surveyed[]> = fc
  .array(fc.record({ answers, satisfied: fc.nat(60), reached: fc.boolean() }), { minLength: 1, maxLength: 8 })
  .map((all) =>
    all.map((one, at) => ({
      ...{ projectId: `prj_${at}`, reached: one.reached },
      sides: sidesOf(Math.min(one.satisfied, one.answers), one.answers),
    })),
  );

describe("satisfaction side by side", () => {
  it("is the same of a project, whoever looks", () => {
    fc.assert(
      fc.property(projects, (given) => {
        const all = given.map((one) => ({ ...one, reached: true }));
        const whole = satisfactionOf(all, totalOf(all), "seed").projects;
        const own = satisfactionOf(given, totalOf(given), "seed").projects;
        expect([...own.keys()]).toEqual(
          given.filter(({ reached }) => reached).map(({ projectId }) => projectId),
        );
        for (const [projectId, figures] of own) expect(figures).toEqual(whole.get(projectId));
      }),
      { numRuns: 50 },
    );
  });

  it("lets nobody find a hidden project by taking those they see off their total", () => {
    fc.assert(
      fc.property(projects, (given) => {
        const { projects: own, total } = satisfactionOf(given, totalOf(given), "seed");
        if (total.visibility !== "shown") return;
        const hidden = given.filter(({ projectId }) => own.get(projectId)?.visibility === "hidden");
        if (hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThan(1);
        const behind = hidden.reduce((sum, { sides }) => sum + sides.satisfied.denominator, 0);
        expect(behind).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 300 },
    );
  });

  it("has the total of all projects where the groups say so", () => {
    fc.assert(
      fc.property(fc.array(answers, { maxLength: 8 }), (counts) => {
        const { groups, total } = suppressGroups(counts);
        const all = counts.map((count, at) => ({ answers: count, visibility: groups[at] ?? "empty" }));
        expect(totalOfSome(all)).toBe(total);
      }),
    );
  });
});

describe("a change of a closed month's satisfaction", () => {
  type Pair = [satisfied: number, answers: number];
  const changes = (then: readonly Pair[], now: readonly Pair[]) => {
    const surveyed = (all: typeof then): Surveyed[] =>
      all.map((one, at) => ({ projectId: `prj_${at}`, reached: true, sides: sidesOf(...one) }));
    const may = mayShowChange(surveyed(then), surveyed(now));
    return { ...may, projects: [...may.projects] };
  };

  it.each<[then: Pair[], now: Pair[], told: string[], total: boolean, why: string]>([
    [[[20, 30]], [[20, 35]], ["prj_0"], true, "five more"],
    [[[20, 30]], [[20, 34]], [], false, "four more"],
    [[[20, 30]], [[21, 30]], [], false, "one given anew"],
    [[[20, 30]], [[20, 30]], [], false, "nothing changed"],
    [[[0, 0]], [[6, 9]], ["prj_0"], true, "the first answers"],
    [[[2, 3]], [[20, 30]], [], false, "too few then"],
    [
      [
        [20, 30],
        [20, 30],
        [20, 30],
      ],
      [
        [20, 31],
        [20, 39],
        [20, 36],
      ],
      ["prj_1"],
      true,
      "the smallest other change hides the small one",
    ],
  ])("%j → %j is told of %j, of all together %s: %s", (then, now, told, total) => {
    expect(changes(then, now)).toEqual({ projects: told, total });
  });
});
