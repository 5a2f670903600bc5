import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { beta, seededRandom } from "./random";
import { compareProjects, DEFAULT_STRENGTH, estimatePrior, type Sample, shrink } from "./shrinkage";

const sample: fc.Arbitrary<Sample> = fc
  .integer({ min: 0, max: 400 })
  .chain((answers) => fc.record({ answers: fc.constant(answers), satisfied: fc.nat(answers) }));
const projects = fc
  .array(sample, { maxLength: 8 })
  .map((all) => all.map((one, index) => ({ ...one, id: `prj_${index}` })));
const of = (satisfied: number, answers: number): Sample => ({ satisfied, answers });

/** Beta-binomial samples of a known prior. */
function simulated(count: number, mean: number, strength: number): Sample[] {
  const random = seededRandom(`${count} ${mean} ${strength}`);
  return Array.from({ length: count }, () => {
    const answers = 30 + Math.floor(random() * 200);
    const p = beta(random, mean * strength, (1 - mean) * strength);
    const satisfied = Array.from({ length: answers }, random).filter((value) => value < p).length;
    return { answers, satisfied };
  });
}

describe("estimatePrior", () => {
  it("follows the moments", () => {
    // by hand: p̄ = 0.75, S = 40·0.15² + 60·0.1² = 1.5, S/p̄(1−p̄) = 8, N − Σn²/N = 100 − 52 = 48,
    // γ = (8 − 1)/(48 − 1) = 7/47, m = 40/7
    const prior = estimatePrior([of(24, 40), of(51, 60)]);
    expect(prior?.mean).toBeCloseTo(0.75, 12);
    expect(prior?.strength).toBeCloseTo(40 / 7, 10);
  });

  it.each([
    ["one project", [of(24, 30)]],
    ["one answer each", [of(1, 1), of(0, 1), of(1, 1)]],
    ["all satisfied", [of(30, 30), of(50, 50)]],
    ["none satisfied", [of(0, 30), of(0, 50)]],
    ["all alike", [of(15, 30), of(25, 50)]],
    ["a spread narrower than chance", [of(15, 30), of(26, 50)]],
    ["a spread wider than any", [of(0, 30), of(30, 30)]],
  ])("falls back to 30 for %s", (_, samples) => {
    expect(estimatePrior(samples)?.strength).toBe(DEFAULT_STRENGTH);
    expect(DEFAULT_STRENGTH).toBe(30);
  });

  it("knows nothing without answers, and empty projects change nothing", () => {
    expect(estimatePrior([])).toBeNull();
    expect(estimatePrior([of(0, 0)])).toBeNull();
    const samples = [of(24, 40), of(51, 60)];
    expect(estimatePrior([of(0, 0), ...samples])).toEqual(estimatePrior(samples));
  });

  it.each([
    [0.85, 10],
    [0.85, 40],
    [0.6, 100],
  ])("finds mean %d and strength %d again in what they made", (mean, strength) => {
    const prior = estimatePrior(simulated(3000, mean, strength));
    expect(prior?.mean).toBeCloseTo(mean, 1);
    expect((prior?.strength ?? 0) / strength).toBeGreaterThan(0.85);
    expect((prior?.strength ?? 0) / strength).toBeLessThan(1.15);
  });

  it("is a proper prior for whatever was answered", () => {
    fc.assert(
      fc.property(projects, (all) => {
        const prior = estimatePrior(all);
        expect(prior === null).toBe(all.every((one) => one.answers === 0));
        if (!prior) return;
        expect(prior.mean >= 0 && prior.mean <= 1).toBe(true);
        expect(prior.strength > 0 && Number.isFinite(prior.strength)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it.each([of(6, 5), of(-1, 5), of(0.5, 5)])("refuses %j", (bad) => {
    expect(() => estimatePrior([bad])).toThrow(RangeError);
    expect(() => shrink(bad, { mean: 0.5, strength: 30 })).toThrow(RangeError);
  });
});

describe("shrink", () => {
  it("is (k + m·p̄)/(n + m)", () => {
    expect(shrink(of(5, 5), { mean: 0.8, strength: 30 })).toBeCloseTo(29 / 35, 12);
    expect(shrink(of(0, 0), { mean: 0.8, strength: 30 })).toBeCloseTo(0.8, 12);
  });

  it("lies between the project's own rate and the mean, the closer to its own the more answers", () => {
    const prior = fc.record({
      mean: fc.double({ min: 0, max: 1, noNaN: true }),
      strength: fc.double({ min: 0.1, max: 1000, noNaN: true }),
    });
    fc.assert(
      fc.property(sample, prior, (one, given) => {
        fc.pre(one.answers > 0);
        const own = one.satisfied / one.answers;
        const shrunk = shrink(one, given);
        expect(shrunk).toBeGreaterThanOrEqual(Math.min(own, given.mean) - 1e-9);
        expect(shrunk).toBeLessThanOrEqual(Math.max(own, given.mean) + 1e-9);
        const more = shrink(of(one.satisfied * 10, one.answers * 10), given);
        expect(Math.abs(more - own)).toBeLessThanOrEqual(Math.abs(shrunk - own) + 1e-9);
      }),
    );
  });
});

describe("compareProjects", () => {
  const firm = [
    { id: "a", ...of(190, 200) },
    { id: "b", ...of(150, 200) },
    { id: "c", ...of(29, 29) },
    { id: "d", ...of(24, 30) },
    { id: "e", ...of(0, 0) },
    { id: "f", ...of(60, 200) },
  ];

  it("ranks from 30 answers, and says how sure each rank is", () => {
    const compared = compareProjects(firm, "seed");
    expect(compared.map((one) => one.rank)).toEqual([1, 3, null, 2, null, 4]);
    const [a, b, c, d, e, f] = compared;
    expect(a?.range).toEqual({ best: 1, worst: 1 });
    expect(f?.range).toEqual({ best: 4, worst: 4 });
    expect(d?.range).toEqual({ best: 2, worst: 3 });
    expect(b?.range).toEqual({ best: 2, worst: 3 });
    expect(c?.shrunk).toBeGreaterThan(a?.shrunk ?? 1);
    expect([c?.range, e?.shrunk, e?.rank, e?.range]).toEqual([null, null, null, null]);
  });

  it("does not let a few perfect answers beat many good ones", () => {
    const many = ["x", "y", "z"].map((id, index) => ({ id, ...of(850 + 20 * index, 1000) }));
    const compared = compareProjects(
      [{ id: "few", ...of(30, 30) }, ...many, { id: "w", ...of(990, 1000) }],
      "s",
    );
    expect(compared[0]?.rank).toBe(2);
    expect(compared[0]?.range?.worst).toBeGreaterThan(2);
  });

  it("shares a rank between equals and cannot tell them apart", () => {
    const same = ["a", "b", "c", "d"].map((id) => ({ id, ...of(40, 50) }));
    for (const { rank, range } of compareProjects(same, "s")) {
      expect(rank).toBe(1);
      expect(range).toEqual({ best: 1, worst: 4 });
    }
  });

  it("does as much where everybody is satisfied", () => {
    const perfect = ["a", "b", "c"].map((id) => ({ id, ...of(40, 40) }));
    for (const { shrunk, rank, range } of compareProjects(perfect, "s")) {
      expect([shrunk, rank, range]).toEqual([1, 1, { best: 1, worst: 3 }]);
    }
  });

  it("is the same for the same seed, in any order; ranges of the same ranks differ little for another", () => {
    const seen = (all: typeof firm, seed: string) =>
      compareProjects(all, seed).toSorted((a, b) => a.id.localeCompare(b.id));
    expect(seen(firm.toReversed(), "one")).toEqual(seen(firm, "one"));
    const shown = (seed: string) => seen(firm, seed).map((one) => one.range);
    expect(shown("two")).toEqual(shown("one"));
  });

  it("covers the true rank 95 times in a hundred", () => {
    const random = seededRandom("coverage");
    let held = 0;
    let all = 0;
    for (let round = 0; round < 60; round++) {
      const truth = Array.from({ length: 12 }, () => beta(random, 24, 6));
      const given = truth.map((p, index) => {
        const satisfied = Array.from({ length: 80 }, random).filter((value) => value < p).length;
        return { id: `${index}`, ...of(satisfied, 80) };
      });
      compareProjects(given, `${round}`, 500).forEach(({ range }, index) => {
        const rank = 1 + truth.filter((p) => p > (truth[index] ?? 0)).length;
        all++;
        if (range && range.best <= rank && rank <= range.worst) held++;
      });
    }
    expect(held / all).toBeGreaterThan(0.92);
  });

  it("keeps ranks, ranges and estimates within their bounds", () => {
    fc.assert(
      fc.property(projects, fc.string(), (all, seed) => {
        const ranked = all.filter((one) => one.answers >= 30).length;
        for (const { shrunk, rank, range } of compareProjects(all, seed, 50)) {
          if (shrunk !== null) expect(shrunk >= 0 && shrunk <= 1).toBe(true);
          if (rank === null || !range) continue;
          expect(range.best).toBeGreaterThanOrEqual(1);
          expect(range.best).toBeLessThanOrEqual(rank);
          expect(range.worst).toBeGreaterThanOrEqual(rank);
          expect(range.worst).toBeLessThanOrEqual(ranked);
        }
      }),
    );
  });

  it("refuses one id for two projects", () => {
    expect(() =>
      compareProjects(
        [firm[0], firm[0]].flatMap((one) => one ?? []),
        "s",
      ),
    ).toThrow(RangeError);
  });
});
