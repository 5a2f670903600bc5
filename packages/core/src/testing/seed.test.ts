import { createRequire } from "node:module";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { usualSeed } from "./seed";

const { FRONTDESK_SEED = usualSeed } = process.env;
const root = join(import.meta.dirname, "../../../..");
const any = fc.array(fc.string());

async function cases() {
  const drawn: string[][] = [];
  fc.assert(fc.property(any, (one) => void drawn.push(one)));
  const later: string[][] = [];
  await fc.assert(fc.asyncProperty(any, async (one) => void later.push(one)));
  return { drawn, later };
}

describe("property tests", () => {
  it("draw the same cases in each run, in order or asynchronously, unless another seed is asked for", async () => {
    const { drawn, later } = await cases();
    const expected = fc.sample(any, { seed: Number(FRONTDESK_SEED), numRuns: drawn.length });
    expect(drawn).toEqual(expected);
    expect(later).toEqual(expected);
    expect(fc.sample(any, drawn.length)).toEqual(expected);
    expect(fc.sample(any, { seed: Number(FRONTDESK_SEED) + 1, numRuns: drawn.length })).not.toEqual(expected);
  });

  it("are drawn by one module, wherever they stand", () => {
    const places = ["packages/core", "packages/functions", "packages/local", "web", "tests", "cloud/test"];
    const found = places.map((place) => createRequire(join(root, place, "any.js")).resolve("fast-check"));
    expect(new Set(found).size).toBe(1);
  });
});
