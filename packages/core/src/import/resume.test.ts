import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { asIfAt, isoNow, plus } from "../clock";
import { Bill } from "../fee/bill.entity";
import { table } from "../table/client";
import { mintTenant } from "../testing/tenant";
import { ImportRun } from "./import.entity";
import { bookOf, type Firm, finish, sample, send, start, stored, takeIn, useFiles } from "./import.testing";
import { continueImport, getImport } from "./index";

beforeAll(useFiles);
afterEach(() => vi.restoreAllMocks());

/** Houses of one owner each; every seventh owner has the house after, too. Every ninth row is refused. */
const rows = (count: number) =>
  Array.from({ length: count }, (_, i) => {
    const owner = i % 7 === 6 ? i - 1 : i;
    const phone = i % 9 === 8 ? "12" : `139${String(owner).padStart(8, "0")}`;
    return ["1", "1", 1000 + i, 80 + (i % 30), `业主${owner}`, phone, null, null];
  });
const file = () => bookOf({ 一期: rows(150), 二期: rows(120) });

/** What is there, without what differs from firm to firm. */
const plain = async (firm: Firm) =>
  (await stored(firm)).map(({ project, houses, residents, ties }) => ({
    project,
    houses: houses.map(({ code, areaHundredths, rev }) => [code, areaHundredths, rev]),
    people: residents.map(({ name, phone, homes }) => [name, phone, homes.length]).sort(),
    ties: ties.map(({ houseCode, name, phone, as }) => [houseCode, name, phone, as].join()).sort(),
  }));
const results = (view: Awaited<ReturnType<typeof finish>>) =>
  view.results.map(({ projectId, ...result }) => result);

class Killed extends Error {}

/** The process dies at the k-th transaction from now: before it is written, or after but before anybody knows. */
function killAt(k: number, when: "before" | "after") {
  const transact = table.transact;
  let count = 0;
  return vi.spyOn(table, "transact").mockImplementation(async (input) => {
    count++;
    if (count > k || (count === k && when === "before")) throw new Killed();
    const output = await transact(input);
    if (count === k) throw new Killed();
    return output;
  });
}

/** A worker that is killed, and another that comes after it. */
async function killedAndResumed(firm: Firm, importId: string, k: number, when: "before" | "after") {
  killAt(k, when);
  await expect(firm.asSystem(() => continueImport(importId))).rejects.toThrow(Killed);
  vi.restoreAllMocks();
  return finish(firm, importId);
}

describe("an import that is killed", () => {
  it("ends as if it had not been, wherever it was", async () => {
    const whole = await mintTenant();
    const expected = results(await takeIn(whole, "houses", await file()));
    const end = await plain(whole);
    expect(expected.map(({ houses, refused }) => [houses?.created, refused])).toEqual([
      [134, 16],
      [107, 13],
    ]);
    for (const [k, when] of [
      [1, "after"],
      [2, "before"],
      [2, "after"],
      [4, "before"],
      [5, "after"],
      [11, "after"],
    ] as const) {
      const firm = await mintTenant();
      const { importId } = await send(firm, "houses", await file());
      await start(firm, importId);
      const view = await killedAndResumed(firm, importId, k, when);
      expect(view).toMatchObject({ state: "done", progress: { done: 270, total: 270, refused: 29 } });
      expect(results(view)).toEqual(expected);
      expect(await plain(firm)).toEqual(end);
    }
  }, 120_000);

  it("of arrears comes to the same bills and sums", async () => {
    const firm = await mintTenant();
    await takeIn(firm, "houses", await sample("houses-and-residents.xlsx"));
    const csv = (await sample("opening-arrears.csv")).subarray(0, 9_000);
    const lines = new Uint8Array(csv.subarray(0, csv.lastIndexOf(10) + 1));
    const { importId } = await send(firm, "arrears", lines, "arrears.csv");
    await start(firm, importId);
    const view = await killedAndResumed(firm, importId, 5, "after");
    const bills = await firm.asSystem(async () => {
      const all = [];
      for await (const bill of Bill.all("gsi2", [firm.projectId, "bill"])) all.push(bill);
      return all;
    });
    const sum = bills.reduce((owed, { outstanding }) => owed + outstanding, 0);
    const [result] = view.results;
    expect(result?.arrears?.outstandingFen).toBe(sum);
    expect((result?.arrears?.created ?? 0) + (result?.arrears?.unchanged ?? 0)).toBe(
      view.progress.total - view.progress.refused,
    );
    const again = await takeIn(firm, "arrears", lines, "arrears.csv");
    expect(again.results[0]?.arrears).toMatchObject({ created: 0, outstandingFen: sum });
  }, 120_000);

  it("is given up when it never gets anywhere", async () => {
    const firm = await mintTenant();
    const { importId } = await send(firm, "houses", await file());
    await start(firm, importId);
    const minutesOn = <T>(minutes: number, body: () => Promise<T>) =>
      asIfAt(plus(isoNow(), { minutes }), body);
    for (let died = 1; died <= 5; died++) {
      killAt(2, "before");
      const worker = minutesOn(died, () => firm.asSystem(() => continueImport(importId)));
      await expect(worker).rejects.toThrow(Killed);
      vi.restoreAllMocks();
    }
    const view = await minutesOn(6, () => finish(firm, importId));
    expect(view).toMatchObject({ state: "failed", progress: { done: 0 } });
  });
});

describe("a worker whose process is to end", () => {
  it("stops after the block in hand, and the next goes on", async () => {
    const firm = await mintTenant();
    const { importId } = await send(firm, "houses", await file());
    await start(firm, importId);
    const ending = new AbortController();
    const transact = table.transact;
    vi.spyOn(table, "transact").mockImplementation((input) => {
      ending.abort();
      return transact(input);
    });
    const work = () => firm.asSystem(() => continueImport(importId, 20_000, ending.signal));
    await work();
    await work();
    const left = await firm.as("headquarters", () => getImport({ importId }));
    expect(left).toMatchObject({ state: "running", progress: { done: 250 } });
    vi.restoreAllMocks();
    expect(await finish(firm, importId)).toMatchObject({ state: "done", progress: { done: 270 } });
  });
});

describe("two workers at once", () => {
  it("do every row once", async () => {
    const firm = await mintTenant();
    const { importId } = await send(firm, "houses", await file());
    await start(firm, importId);
    const work = () => firm.asSystem(() => continueImport(importId));
    await Promise.all([work(), work(), sleep(150).then(work), sleep(300).then(work)]);
    const view = await finish(firm, importId);
    expect(view.progress).toEqual({ done: 270, total: 270, refused: 29 });
    expect(view.results.map(({ houses }) => houses)).toEqual([
      { created: 134, updated: 0, unchanged: 0 },
      { created: 107, updated: 0, unchanged: 0 },
    ]);
  }, 120_000);

  it("overtake each other without the import being given up, however many they are", async () => {
    const firm = await mintTenant();
    const { importId } = await send(firm, "houses", await file());
    await start(firm, importId);
    const transact = table.transact;
    const workers = 9;
    let begun = 0;
    // Nobody gets anywhere before the last has begun.
    const slowly = vi.spyOn(table, "transact").mockImplementation(async (...given) => {
      while (given[0].TransactItems.length > 20 && begun < workers) await sleep(20);
      return transact(...given);
    });
    const work = async (i: number) => {
      await sleep(i * 150);
      begun++;
      await firm.asSystem(() => continueImport(importId));
    };
    await Promise.all(Array.from({ length: workers }, (_, i) => work(i)));
    slowly.mockRestore();
    const view = await finish(firm, importId);
    expect(view).toMatchObject({ state: "done", progress: { done: 270, total: 270, refused: 29 } });
  }, 120_000);

  it("follow one another without a pause", async () => {
    const firm = await mintTenant();
    const { importId } = await send(firm, "houses", await file());
    await start(firm, importId);
    // A chunk ends with the first block written, and the import is due again at once.
    await firm.asSystem(() => continueImport(importId, 0));
    const run = await firm.asSystem(() => ImportRun.need({ importId }));
    expect(run).toMatchObject({ reached: 250, tries: 0 });
    expect(run.dueAt && run.dueAt <= isoNow()).toBe(true);
    const half = await firm.as("headquarters", () => getImport({ importId }));
    expect(half).toMatchObject({ state: "running", progress: { done: 250, total: 270 } });
  });
});
