import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import type { Cell } from "../importing/index";
import { table } from "../table/client";
import { mintTenant } from "../testing/tenant";
import { bookOf, finish, send, start, useFiles } from "./import.testing";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** Megabytes that are really in use, after a collection. */
function inUse(): number {
  if (typeof collect === "function") collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const count = 5_000;
const sheets = () => {
  const sheet = (from: number): Cell[][] =>
    Array.from({ length: count / 2 }, (_, i) => {
      const name = `业${String.fromCharCode(0x4e00 + i)}`;
      const room = 1_000 + (i % 400);
      const phone = `139${String(from + i).padStart(8, "0")}`;
      return [`${Math.floor(i / 400) + 1}栋`, "1单元", room, 90 + (i % 50), name, phone, null, null];
    });
  return { 一期: sheet(0), 二期: sheet(count / 2) };
};

/** Counts the calls of the table. By hand: a spy would keep all that was ever written. */
function counting(onTransact: (transactions: number) => void) {
  const { transact, batchGet, query } = table;
  const calls = { transact: 0, batchGet: 0, query: 0 };
  table.transact = (input) => {
    onTransact(calls.transact++);
    return transact(input);
  };
  table.batchGet = (input) => {
    calls.batchGet++;
    return batchGet(input);
  };
  table.query = (input) => {
    calls.query++;
    return query(input);
  };
  return { calls, restore: () => Object.assign(table, { transact, batchGet, query }) };
}

beforeAll(useFiles);
afterEach(() => vi.restoreAllMocks());

describe(`${count} rows`, () => {
  it("go in by large transactions, and what is held does not grow with them", async () => {
    const firm = await mintTenant();
    const { importId } = await send(firm, "houses", await bookOf(sheets()));
    await start(firm, importId);
    const before = inUse();
    const held: number[] = [];
    const { calls, restore } = counting((transactions) => {
      if (transactions % 20 === 0) held.push(inUse());
    });
    const started = performance.now();
    const view = await finish(firm, importId);
    const seconds = (performance.now() - started) / 1000;
    restore();
    expect(view.progress).toEqual({ done: count, total: count, refused: 0 });
    expect(view.results.map(({ people }) => people?.created)).toEqual([count / 2, count / 2]);
    // Four records a row, 24 rows a transaction; a look-up for every hundred houses and people.
    expect(calls.transact).toBeLessThan(count / 21);
    expect(calls.batchGet).toBeLessThan(count / 40);
    expect(calls.query).toBeLessThan(10);
    // What remains of a row is which house and which person it was: some 300 bytes.
    expect(Math.max(...held) - before).toBeLessThan(25);
    console.info(
      `${Math.round(count / seconds)} rows a second, ${Math.round(Math.max(...held) - before)} MB`,
    );
  }, 120_000);

  it("write nothing when they come again", async () => {
    const firm = await mintTenant();
    const file = await bookOf({ 一期: sheets().一期.slice(0, 1_000) });
    for (const written of [true, false]) {
      const { importId } = await send(firm, "houses", file);
      await start(firm, importId);
      const spy = vi.spyOn(table, "transact");
      await finish(firm, importId);
      const kinds = spy.mock.calls.flatMap(([{ TransactItems = [] }]) =>
        TransactItems.map(({ Put }) => String(Put?.Item?.kind_)),
      );
      expect(kinds.includes("house")).toBe(written);
      if (!written) expect([...new Set(kinds)].sort()).toEqual(["import", "importRun"]);
      spy.mockRestore();
    }
  }, 60_000);
});
