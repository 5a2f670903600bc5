import { beforeAll, describe, expect, it } from "vitest";
import { Bill } from "../fee/bill.entity";
import { mintTenant } from "../testing/tenant";
import { type Firm, finish, sample, send, start, stored, takeIn, useFiles } from "./import.testing";
import { getImport } from "./index";

type Expected = {
  projects: Record<string, { type: string; houses: number; people: number; areaM2: number }>;
  rejected: { project: string; row: number; house: string; reason: string }[];
  arrears: {
    rows: number;
    rejectedRows: { line: number; house: string; reason: string }[];
    outstandingFen: number;
    byProject: Record<string, number>;
  };
};

const inWords: Record<string, string> = {
  area_missing: "area missing or not positive",
  area_not_positive: "area missing or not positive",
  handover_date_not_real: "handover date does not exist",
  house_repeated: "repeats a house already in this sheet",
  owner_phone_invalid: "owner phone is not a phone number",
  arrears_sum_wrong: "due minus paid is not the arrears stated",
};
const kinds: Record<string, string> = { 住宅: "residential", 写字楼: "office" };

let firm: Firm;
let expected: Expected;
let housesFile: Buffer;
let arrearsFile: Buffer;
beforeAll(async () => {
  await useFiles();
  [housesFile, arrearsFile] = await Promise.all([
    sample("houses-and-residents.xlsx"),
    sample("opening-arrears.csv"),
  ]);
  expected = JSON.parse((await sample("expected.json")).toString());
  firm = await mintTenant();
});

const sent: { houses?: string; arrears?: string } = {};

describe("the sample of houses and residents", () => {
  it("is shown before anything is taken in", async () => {
    const view = await send(firm, "houses", housesFile, "houses-and-residents.xlsx");
    sent.houses = view.importId;
    expect(view.state).toBe("preview");
    expect(view.preview?.sheets.map(({ sheet, row }) => [sheet, row])).toEqual(
      Object.keys(expected.projects).map((name) => [name, 4]),
    );
    expect(view.preview?.sheets[0]?.matching).toMatchObject({ building: 0, unit: 1, room: 2, area: 3 });
    expect(view.preview?.houses).toHaveLength(20);
    expect(view.preview?.houses[0]).toEqual({
      sheet: "翠湖花园",
      row: 5,
      project: "翠湖花园",
      code: "1-1-101",
      areaHundredths: 9931,
      handoverDate: "2019-01-18",
      occupancy: "occupied",
      people: [{ name: "李超", phone: "13910236000", as: "owner", email: "a1@example.com" }],
    });
    expect(await stored(firm)).toMatchObject([{ project: "翠湖花园", houses: [], residents: [] }]);
  });

  it("states projects with their sums, and suggests the ones that exist", async () => {
    const view = await firm.as("headquarters", () => getImport({ importId: sent.houses ?? "" }));
    const found = view.preview?.projects.map(({ name, good, houses, projectId }) => [
      name,
      {
        houses: good,
        people: houses?.people,
        areaM2: (houses?.areaHundredths ?? 0) / 100,
        type: houses?.usage,
      },
      projectId,
    ]);
    expect(found).toEqual(
      Object.entries(expected.projects).map(([name, sums]) => [
        name,
        sums,
        name === "翠湖花园" ? firm.projectId : undefined,
      ]),
    );
    expect(view.preview?.projects.map(({ houses }) => houses?.priceFenPerM2)).toEqual([185, 260, 850, 145]);
  });

  it("lists every refused row with its reason", async () => {
    const view = await firm.as("headquarters", () => getImport({ importId: sent.houses ?? "" }));
    expect(
      view.problems.map(({ sheet, row, house, reason }) => ({
        project: sheet,
        row,
        house,
        reason: inWords[reason],
      })),
    ).toEqual(expected.rejected);
    expect(view.words.owner_phone_invalid?.zh).toBe("业主电话不是有效号码");
    expect(view.progress).toEqual({ done: 0, total: 1205, refused: 0 });
  });

  it("comes to the stated houses, people and areas of each project", async () => {
    await start(firm, sent.houses ?? "");
    const view = await finish(firm, sent.houses ?? "");
    expect(view).toMatchObject({ state: "done", progress: { done: 1205, total: 1205, refused: 21 } });
    const none = { updated: 0, unchanged: 0 };
    expect(view.results.map(({ projectId, ...result }) => result)).toEqual(
      Object.entries(expected.projects).map(([name, { houses, people, areaM2 }]) => ({
        name,
        refused: expected.rejected.filter(({ project }) => project === name).length,
        houses: { created: houses, ...none },
        people: { created: people, ...none },
        areaHundredths: { created: Math.round(areaM2 * 100), ...none },
      })),
    );
    const there = await stored(firm);
    for (const { project, kind, houses, residents } of there) {
      const sums = expected.projects[project];
      expect({ project, kind, houses: houses.length, people: residents.length }).toEqual({
        ...{ project, kind: kinds[sums?.type ?? ""], houses: sums?.houses, people: sums?.people },
      });
      const area = houses.reduce((sum, { areaHundredths }) => sum + areaHundredths, 0);
      expect(area).toBe(Math.round((sums?.areaM2 ?? 0) * 100));
    }
    expect(there).toHaveLength(4);
  });

  it("keeps people as they are looked up", async () => {
    const [there] = (await stored(firm)).filter(({ project }) => project === "翠湖花园");
    const people = there?.residents ?? [];
    for (const { residentId, homes } of people) {
      const tied = there?.ties.filter((tie) => tie.residentId === residentId) ?? [];
      const place = ({ houseId, as }: (typeof homes)[number]) => `${houseId} ${as}`;
      expect(tied.map(place).sort()).toEqual(homes.map(place).sort());
    }
    expect(there?.ties.find(({ name }) => name === "萧怡秀")).toMatchObject({
      phone: "+8613910236003",
      sound: "xiaoyixiu",
      as: "owner",
    });
  });

  it("changes nothing when it comes again", async () => {
    const before = await stored(firm);
    const view = await takeIn(firm, "houses", housesFile);
    expect(await stored(firm)).toEqual(before);
    expect(view.results.map(({ name, houses, people }) => ({ name, houses, people }))).toEqual(
      Object.entries(expected.projects).map(([name, sums]) => ({
        name,
        houses: { created: 0, updated: 0, unchanged: sums.houses },
        people: { created: 0, updated: 0, unchanged: sums.people },
      })),
    );
  });
});

describe("the sample of opening arrears", () => {
  const bills = () =>
    firm.asSystem(async () => {
      const all = [];
      for (const { projectId, project } of await stored(firm))
        for await (const bill of Bill.all("gsi2", [projectId, "bill"])) all.push({ ...bill, project });
      return all.sort((a, b) => (a.billId < b.billId ? -1 : 1));
    });

  it("comes to the stated sums of each project, and refuses the stated lines", async () => {
    const preview = await send(firm, "arrears", arrearsFile, "opening-arrears.csv");
    expect(
      preview.problems.map(({ row, house, reason, n }) => ({ n, row, house, reason: inWords[reason] })),
    ).toEqual(
      expected.arrears.rejectedRows.map(({ line, house, reason }) => ({
        ...{ n: line - 1, row: line, house: house.split(" ")[1], reason },
      })),
    );
    sent.arrears = preview.importId;
    await start(firm, preview.importId);
    const view = await finish(firm, preview.importId);
    expect(view).toMatchObject({ state: "done", progress: { done: 830, total: 830, refused: 5 } });
    expect(
      Object.fromEntries(view.results.map(({ name, arrears }) => [name, arrears?.outstandingFen])),
    ).toEqual(expected.arrears.byProject);
    expect(view.results.reduce((sum, { arrears }) => sum + (arrears?.created ?? 0), 0)).toBe(825);
    const owed: Record<string, number> = {};
    for (const { project, outstanding } of await bills()) owed[project] = (owed[project] ?? 0) + outstanding;
    expect(owed).toEqual(expected.arrears.byProject);
  });

  it("changes nothing when it comes again", async () => {
    const before = await bills();
    const view = await takeIn(firm, "arrears", arrearsFile, "opening-arrears.csv");
    expect(await bills()).toEqual(before);
    expect(view.results.map(({ arrears }) => arrears?.created)).toEqual([0, 0, 0, 0]);
    expect(
      Object.fromEntries(view.results.map(({ name, arrears }) => [name, arrears?.outstandingFen])),
    ).toEqual(expected.arrears.byProject);
  });
});
