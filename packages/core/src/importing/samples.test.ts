import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import {
  HouseSummary,
  type KnownHouse,
  ReceiptMatcher,
  type RowReason,
  readArrears,
  readHouses,
  readReceipts,
  readRows,
} from "./index";
import { collected, samplePath } from "./test-files";

interface Expected {
  projects: Record<string, { type: string; houses: number; people: number; areaM2: number }>;
  rejected: { project: string; row: number; house: string; reason: string }[];
  arrears: {
    rows: number;
    rejectedRows: { line: number; house: string; reason: string }[];
    outstandingFen: number;
    byProject: Record<string, number>;
  };
  receipts: { rows: number; matchable: number; ambiguous: number; unmatched: number; totalFen: number };
}

const expected: Expected = JSON.parse(await readFile(samplePath("expected.json"), "utf8"));

const inWords: Partial<Record<RowReason, string>> = {
  area_missing: "area missing or not positive",
  area_not_positive: "area missing or not positive",
  handover_date_not_real: "handover date does not exist",
  house_repeated: "repeats a house already in this sheet",
  owner_phone_invalid: "owner phone is not a phone number",
  arrears_sum_wrong: "due minus paid is not the arrears stated",
};

const houses = await collected(readHouses(readRows(samplePath("houses-and-residents.xlsx"))));
const good = houses.filter((one) => one.kind === "house");
const known: KnownHouse[] = good.map(({ project, house, people }) => ({
  project,
  code: house.code,
  owners: people.filter((person) => person.as === "owner").map((person) => person.name),
  expectedFen: [Math.round((house.areaHundredths * (house.priceFenPerM2 ?? 0)) / 100)],
}));

describe("the sample of houses and residents", () => {
  it("comes to the stated houses, people and areas of each project", () => {
    const summary = new HouseSummary();
    for (const house of good) summary.add(house);
    const found = Object.fromEntries(
      [...summary.projects].map(([project, { usage, houses, people, areaHundredths }]) => [
        project,
        { type: usage, houses, people, areaM2: areaHundredths / 100 },
      ]),
    );
    expect(found).toEqual(expected.projects);
    expect([...summary.projects.values()].map(({ type }) => type)).toEqual([
      "residential",
      "residential",
      "office",
      "residential",
    ]);
  });

  it("refuses exactly the stated rows, each for the stated reason", () => {
    const refused = houses
      .filter((one) => one.kind === "refused")
      .map(({ project, row, code, reason }) => ({ project, row, house: code, reason: inWords[reason] }));
    expect(refused).toEqual(expected.rejected);
  });

  it("keeps every column of a row", () => {
    const first = good.find(({ project, row }) => project === "翠湖花园" && row === 5);
    expect(first).toEqual({
      kind: "house",
      sheet: "翠湖花园",
      row: 5,
      project: "翠湖花园",
      projectType: "residential",
      house: {
        building: "1",
        unit: "1",
        room: "101",
        code: "1-1-101",
        areaHundredths: 9931,
        handoverDate: "2019-01-18",
        usage: "住宅",
        status: "occupied",
        priceFenPerM2: 185,
      },
      people: [{ name: "李超", phone: "13910236000", as: "owner", email: "a1@example.com" }],
    });
  });

  it("tells two owners in one cell and an occupant apart, each with the right phone", () => {
    expect(good.find(({ project, row }) => project === "翠湖花园" && row === 8)?.people).toEqual([
      { name: "萧怡秀", phone: "13910236003", as: "owner" },
      { name: "梁雨", phone: "13910236004", as: "owner" },
    ]);
    const let_ = good.find(({ project, row }) => project === "金桥广场" && row === 302);
    expect(let_?.people).toEqual([
      { name: "张国刚", phone: "13910236985", as: "owner" },
      { name: "黄志", phone: "13910236986", as: "occupant" },
    ]);
    expect(let_?.house).toMatchObject({
      status: "let",
      keyCare: { kind: "living_alone", words: "独居老人" },
    });
  });

  it("reads the same from a path, from bytes and from a stream", async () => {
    const { createReadStream } = await import("node:fs");
    const path = samplePath("houses-and-residents.xlsx");
    expect(await collected(readHouses(readRows(await readFile(path))))).toEqual(houses);
    expect(await collected(readHouses(readRows(createReadStream(path))))).toEqual(houses);
  });
});

describe("the sample of opening arrears", async () => {
  const rows = await collected(readArrears(readRows(samplePath("opening-arrears.csv"))));
  const taken = rows.filter((row) => row.kind === "arrears");

  it("comes to the stated sums of each project", () => {
    const byProject: Record<string, number> = {};
    for (const row of taken) byProject[row.project] = (byProject[row.project] ?? 0) + row.outstandingFen;
    expect(rows).toHaveLength(expected.arrears.rows);
    expect(byProject).toEqual(expected.arrears.byProject);
    expect(taken.reduce((sum, row) => sum + row.outstandingFen, 0)).toBe(expected.arrears.outstandingFen);
    for (const row of taken) expect(row.dueFen - row.paidFen).toBe(row.outstandingFen);
  });

  it("refuses exactly the lines whose sums disagree", () => {
    const refused = rows
      .filter((row) => row.kind === "refused")
      .map(({ row, project, code, reason }) => ({
        line: row,
        house: `${project} ${code}`,
        reason: inWords[reason],
      }));
    expect(refused).toEqual(expected.arrears.rejectedRows);
  });

  it("reads both ways to write a month, and every house is a known one", () => {
    expect(taken[0]).toEqual({
      kind: "arrears",
      sheet: "",
      line: 2,
      project: "翠湖花园",
      houseCode: "1-1-104",
      item: "物业费",
      period: "2026-06",
      dueFen: 30895,
      paidFen: 0,
      outstandingFen: 30895,
    });
    expect(taken[1]?.period).toBe("2026-07");
    const codes = new Set(known.map(({ project, code }) => `${project} ${code}`));
    expect(taken.filter(({ project, houseCode }) => !codes.has(`${project} ${houseCode}`))).toEqual([]);
  });
});

describe("the sample of bank receipts", async () => {
  const rows = await collected(readReceipts(readRows(samplePath("bank-receipts-2026-10.csv"))));
  const receipts = rows.filter((row) => row.kind === "receipt");
  const matcher = new ReceiptMatcher(known);
  const matches = receipts.map((receipt) => ({ receipt, match: matcher.match(receipt) }));
  const count = (kind: string) => matches.filter(({ match }) => match.kind === kind).length;

  it("counts each flow number once and comes to the stated sum", () => {
    expect(receipts).toHaveLength(expected.receipts.rows);
    expect(receipts.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(expected.receipts.totalFen);
    expect(rows.filter((row) => row.kind === "repeated")).toHaveLength(4);
    expect(rows.filter((row) => row.kind === "refused")).toEqual([]);
  });

  it("finds the stated numbers matchable, ambiguous and unmatched", () => {
    const { matchable, ambiguous, unmatched } = expected.receipts;
    expect({
      matchable: count("matchable"),
      ambiguous: count("ambiguous"),
      unmatched: count("unmatched"),
    }).toEqual({ matchable, ambiguous, unmatched });
  });

  it("matches each to a house of its payer", () => {
    for (const { receipt, match } of matches) {
      if (match.kind === "matchable") expect(match.house.owners).toContain(receipt.payer);
    }
  });

  it("puts the payer's own house first among the suggestions, ambiguous or unmatched", () => {
    for (const { receipt, match } of matches) {
      if (match.kind === "matchable") continue;
      expect(match.suggestions[0]?.house.owners).toContain(receipt.payer);
      expect(match.suggestions.length).toBeLessThanOrEqual(5);
      const scores = match.suggestions.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });
});
