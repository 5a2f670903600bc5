import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withActor } from "../context";
import { newId } from "../id";
import { below, mergeLists, type Source } from "./merge";

const tenantId = newId("tenant");
const acting = <T>(body: () => Promise<T>, tenant = tenantId) =>
  withActor({ type: "system", tenantId: tenant }, body);
type One = { n: number };
const key = ({ n }: One) => `k${String(n).padStart(4, "0")}`;

/** A source over numbers, as an index would answer. */
function sourceOf(numbers: number[], order: "ascending" | "descending"): Source<One> {
  const sorted = numbers.map((n) => ({ n })).sort((a, b) => (order === "ascending" ? a.n - b.n : b.n - a.n));
  return async (after, limit) =>
    sorted
      .filter((one) => !after || (order === "ascending" ? key(one) > after : key(one) <= below(after)))
      .slice(0, limit);
}

async function pages(lists: number[][], order: "ascending" | "descending", limit: number) {
  const found: number[][] = [];
  let cursor: string | undefined;
  do {
    const sources = lists.map((list) => sourceOf(list, order));
    const page = await acting(() => mergeLists({ list: "l", sources, keyOf: key, order, limit, cursor }));
    found.push(page.items.map(({ n }) => n));
    cursor = page.cursor;
  } while (cursor);
  return found;
}

describe("merging lists", () => {
  it("gives every item once, in order, in full pages, whatever list it stands in", async () => {
    const lists = fc
      .uniqueArray(fc.integer({ min: 0, max: 9_999 }), { maxLength: 80 })
      .chain((all) =>
        fc
          .array(fc.nat({ max: 4 }), { minLength: all.length, maxLength: all.length })
          .map((homes) => [0, 1, 2, 3, 4].map((home) => all.filter((_, i) => homes[i] === home))),
      );
    const order = fc.constantFrom("ascending" as const, "descending" as const);
    await fc.assert(
      fc.asyncProperty(lists, order, fc.integer({ min: 1, max: 20 }), async (given, way, limit) => {
        const found = await pages(given, way, limit);
        const all = given.flat().sort((a, b) => (way === "ascending" ? a - b : b - a));
        expect(found.flat()).toEqual(all);
        expect(found.slice(0, -1).every((page) => page.length === limit)).toBe(true);
        expect(found.length).toBe(Math.max(1, Math.ceil(all.length / limit)));
      }),
    );
  });

  it("refuses a cursor of another tenant, of another list, or none at all like an unknown id", async () => {
    const sources = [sourceOf([1, 2, 3], "ascending")];
    const ask = (list: string, cursor?: string) =>
      mergeLists({ list, sources, keyOf: key, order: "ascending", limit: 1, cursor });
    const { cursor } = await acting(() => ask("l"));
    expect((await acting(() => ask("l", cursor))).items).toEqual([{ n: 2 }]);
    const refused = { code: "not_found" };
    await expect(acting(() => ask("l", cursor), newId("tenant"))).rejects.toMatchObject(refused);
    await expect(acting(() => ask("m", cursor))).rejects.toMatchObject(refused);
    await expect(acting(() => ask("l", "%%%"))).rejects.toMatchObject(refused);
    await expect(acting(() => ask("l", "e30"))).rejects.toMatchObject(refused);
  });

  it("knows nothing in no lists", async () => {
    expect(await pages([], "ascending", 5)).toEqual([[]]);
  });
});
