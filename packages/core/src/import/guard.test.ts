import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { asIfAt, isoNow, plus } from "../clock";
import { withActor } from "../context";
import { ownTable } from "../fee/testing";
import { newId } from "../id";
import { Work } from "../table/work";
import { mintProject, mintTenant } from "../testing/tenant";
import { bookOf, type Firm, finish, sample, send, start, takeIn, useFiles } from "./import.testing";
import {
  createImport,
  discardImport,
  downloadRefused,
  getImport,
  listImports,
  matchImport,
  runImports,
  startImport,
} from "./index";

let folder: string;
let firm: Firm;
let otherProject: string;
beforeAll(async () => {
  await ownTable();
  folder = await useFiles();
  firm = await mintTenant();
  const work = new Work(firm.tenantId);
  otherProject = mintProject(work, "滨江一号").projectId;
  await work.commit();
});
const files = (tenantId: string) => readdir(join(folder, tenantId)).catch(() => []);
const book = () => bookOf({ 翠湖花园: [["1", "1", 101, 90, "张伟", "13900000001", null, null]] });
const manager = (projectIds: string[]) => firm.member("project_manager", projectIds);
const hq = <T>(body: () => T) => firm.as("headquarters", body);

describe("a file that is no good", () => {
  const refuse = async (file: Uint8Array, fileName = "x.xlsx", kind: "houses" | "arrears" = "houses") => {
    const before = await files(firm.tenantId);
    const error = await send(firm, kind, file, fileName).catch((caught) => caught);
    expect(await files(firm.tenantId)).toEqual(before);
    const { items } = await hq(() => listImports({}));
    expect(items.filter((item) => item.fileName === fileName)).toEqual([]);
    return { code: error.code, field: error.field, message: error.message };
  };

  it("is told for what it is, and nothing of it is kept", async () => {
    const xlsx = await sample("houses-and-residents.xlsx");
    const cases: [Uint8Array, string, string][] = [
      [new Uint8Array(), "empty", "The file is empty"],
      [Buffer.from("MZ\x90\x00\x03 program"), "program", "This is a program, not a spreadsheet"],
      [Buffer.from("%PDF-1.7 …"), "pdf", "This is neither an .xlsx spreadsheet nor a CSV file"],
      [xlsx.subarray(0, 40_000), "cut", "The file is damaged or incomplete; please export it again"],
      [
        Buffer.from("一,二\n1,2\n"),
        "headless",
        "No heading row was found; please check that the sheet has column names",
      ],
      [
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0, 0, 0]),
        "old",
        "This is an old .xls file; please save it as .xlsx or CSV",
      ],
    ];
    for (const [bytes, fileName, message] of cases)
      expect(await refuse(bytes, fileName)).toEqual({ code: "bad_request", field: "file", message });
  });

  it("of another kind is named", async () => {
    const [houses, arrears, receipts] = await Promise.all(
      ["houses-and-residents.xlsx", "opening-arrears.csv", "bank-receipts-2026-10.csv"].map(sample),
    );
    const told = async (file: Buffer | undefined, kind: "houses" | "arrears") =>
      (await refuse(file ?? Buffer.alloc(0), "other", kind)).message;
    expect(await told(arrears, "houses")).toBe(
      "This looks like a file of opening arrears, not of houses and residents",
    );
    expect(await told(houses, "arrears")).toBe(
      "This looks like a file of houses and residents, not of opening arrears",
    );
    expect(await told(receipts, "houses")).toContain("a bank's receipts");
    expect(await told(receipts, "arrears")).toContain("a bank's receipts");
  });
});

describe("who may import", () => {
  it("is said by role: headquarters and project managers", async () => {
    const file = new Uint8Array(await book());
    for (const role of ["front_desk", "area_manager", "technician", "finance", "auditor"] as const)
      await expect(
        firm.as(role, () => createImport({ kind: "houses", fileName: "x.xlsx", file })),
      ).rejects.toMatchObject({ code: "forbidden" });
  });

  it("goes into one's own projects only", async () => {
    const mine = manager([firm.projectId]);
    const file = new Uint8Array(await book());
    const { importId, preview } = await withActor(mine, () =>
      createImport({ kind: "houses", fileName: "own.xlsx", file }),
    );
    expect(preview?.projects).toMatchObject([{ name: "翠湖花园", projectId: firm.projectId }]);
    const begin = (target: string) =>
      withActor(mine, () => startImport({ importId, projects: { 翠湖花园: target } }));
    await expect(begin(otherProject)).rejects.toMatchObject({ code: "not_found" });
    await expect(begin(newId("project"))).rejects.toMatchObject({ code: "not_found" });
    await expect(begin("new")).rejects.toMatchObject({ code: "forbidden" });
    await expect(begin("翠湖花园")).rejects.toMatchObject({ code: "bad_request" });
    const elsewhere = await mintTenant();
    await expect(begin(elsewhere.projectId)).rejects.toMatchObject({ code: "not_found" });
    expect((await begin(firm.projectId)).state).toBe("running");
    expect((await finish(firm, importId)).results[0]?.houses?.created).toBe(1);
  });

  it("suggests no project of others", async () => {
    const file = new Uint8Array(await bookOf({ 滨江一号: [["1", "1", 101, 90, null, null, null, null]] }));
    const { preview } = await withActor(manager([firm.projectId]), () =>
      createImport({ kind: "houses", fileName: "x.xlsx", file }),
    );
    expect(preview?.projects[0]?.projectId).toBeUndefined();
  });

  it("sees what goes to projects of one's own, and what one sent", async () => {
    const { importId } = await send(firm, "houses", await book());
    const [own, others] = [manager([firm.projectId]), manager([otherProject])];
    const get = (actor: typeof own) => withActor(actor, () => getImport({ importId }));
    await expect(get(own)).rejects.toMatchObject({ code: "not_found" });
    await start(firm, importId);
    await expect(get(others)).rejects.toMatchObject({ code: "not_found" });
    expect((await get(own)).importId).toBe(importId);
    const listed = async (actor: typeof own) => {
      const { items } = await withActor(actor, () => listImports({}));
      return items.some((item) => item.importId === importId);
    };
    expect([await listed(own), await listed(others)]).toEqual([true, false]);
    await finish(firm, importId);
  });

  it("is nobody of another firm: its ids are unknown ones", async () => {
    const other = await mintTenant();
    const { importId } = await send(firm, "houses", await book());
    const told = async (id: string) => {
      const calls: (() => Promise<unknown>)[] = [
        () => getImport({ importId: id }),
        () => matchImport({ importId: id, matching: {} }),
        () => startImport({ importId: id, projects: { 翠湖花园: other.projectId } }),
        () => downloadRefused({ importId: id }),
        () => discardImport({ importId: id }),
      ];
      const errors = await Promise.all(
        calls.map((call) =>
          other.as("headquarters", call).catch(({ code, message, field }) => ({ code, message, field })),
        ),
      );
      return JSON.stringify(errors);
    };
    expect(await told(importId)).toBe(await told(newId("import")));
    expect((await other.as("headquarters", () => listImports({}))).items).toEqual([]);
    expect((await hq(() => getImport({ importId }))).state).toBe("preview");
  });
});

describe("a preview", () => {
  it("follows the member's own columns", async () => {
    const headings = ["栋", "单元", "编号", "面积", "甲", "乙"];
    const file = await bookOf({ 翠湖花园: [["1", "1", 101, 90, "张伟", "13900000001"]] }, headings);
    const { importId, preview } = await send(firm, "houses", file, "columns.xlsx");
    expect(preview?.sheets).toMatchObject([{ missing: ["room"], good: 0, refused: 1 }]);
    const match = (matching: Record<string, number | null>, sheet?: string) =>
      hq(() => matchImport({ importId, sheet, matching }));
    const all = await match({ room: 2, ownerName: 4 });
    expect(all.preview?.houses).toMatchObject([{ code: "1-1-101", people: [{ name: "张伟" }] }]);
    const one = await match({ room: 2, ownerName: 4, ownerPhone: 5, unit: null }, "翠湖花园");
    expect(one.preview?.houses).toMatchObject([{ code: "1-101", people: [{ phone: "13900000001" }] }]);
    expect(one.matching.map(({ sheet }) => sheet)).toEqual(["*", "翠湖花园"]);
    expect((await match({ room: 2 })).matching).toEqual([{ sheet: "*", fields: { room: 2 } }]);
    await expect(match({ rooom: 2 })).rejects.toMatchObject({ field: "matching.rooom" });
    await expect(match({ room: 2, area: 2 })).rejects.toMatchObject({ field: "matching" });
    await expect(match({ room: -1 })).rejects.toMatchObject({ field: "matching.room" });
  });

  it("is started once, with a place for every project it names", async () => {
    const row = ["1", "1", 101, 90, null, null, null, null];
    const { importId } = await send(firm, "houses", await bookOf({ 翠湖花园: [row], 和悦里: [row] }));
    const begin = (projects: Record<string, string>) => hq(() => startImport({ importId, projects }));
    const { projectId } = firm;
    await expect(begin({ 翠湖花园: projectId })).rejects.toMatchObject({ field: "projects.和悦里" });
    await expect(begin({ 翠湖花园: projectId, 和悦里: "new", 别处: "new" })).rejects.toMatchObject({
      field: "projects.别处",
    });
    await expect(begin({ 翠湖花园: "skip", 和悦里: "skip" })).rejects.toMatchObject({ field: "projects" });
    await expect(begin({ 翠湖花园: "new", 和悦里: "skip" })).rejects.toMatchObject({ code: "conflict" });
    const both = await Promise.allSettled([1, 2, 3].map(() => begin({ 翠湖花园: "skip", 和悦里: "new" })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const view = await finish(firm, importId);
    expect(
      view.results.map(({ name, houses, projectId: id }) => [name, houses?.created, id !== undefined]),
    ).toEqual([
      ["翠湖花园", undefined, false],
      ["和悦里", 1, true],
    ]);
    await expect(hq(() => discardImport({ importId }))).rejects.toMatchObject({ code: "conflict" });
  });

  it("of arrears cannot make projects", async () => {
    const csv = Buffer.from("项目,房号,账期,欠费\n新城,1-1-101,2026-01,100\n");
    const { importId } = await send(firm, "arrears", csv, "a.csv");
    await expect(hq(() => startImport({ importId, projects: { 新城: "new" } }))).rejects.toMatchObject({
      code: "bad_request",
      field: "projects.新城",
    });
  });

  it("that names too many projects is shown but not started", async () => {
    const rows = Array.from({ length: 130 }, (_, i) => [`项目${i}`, "1-1-101", 90]);
    const file = await bookOf({ 全部: rows }, ["项目", "房号", "建筑面积"]);
    const { importId, preview } = await send(firm, "houses", file);
    expect(preview).toMatchObject({ tooManyProjects: true, good: 130 });
    expect(preview?.projects).toHaveLength(100);
    await expect(hq(() => startImport({ importId, projects: {} }))).rejects.toMatchObject({
      field: "projects",
    });
  });

  it("that is thrown away, or left lying, goes with its file", async () => {
    const other = await mintTenant();
    const [thrown, left] = [
      await send(other, "houses", await book()),
      await send(other, "houses", await book()),
    ];
    expect((await files(other.tenantId)).sort()).toEqual([thrown.importId, left.importId].sort());
    await other.as("headquarters", () => discardImport({ importId: thrown.importId }));
    const get = (importId: string) => other.as("headquarters", () => getImport({ importId }));
    await expect(get(thrown.importId)).rejects.toMatchObject({ code: "not_found" });
    await runImports();
    expect(await files(other.tenantId)).toEqual([left.importId]);
    await asIfAt(plus(isoNow(), { days: 8 }), runImports);
    expect(await files(other.tenantId)).toEqual([]);
    await expect(get(left.importId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("that was taken in leaves its result, and its file for a while", async () => {
    const other = await mintTenant();
    const { importId } = await takeIn(other, "houses", await book());
    await asIfAt(plus(isoNow(), { days: 31 }), runImports);
    expect(await files(other.tenantId)).toEqual([]);
    const view = await other.as("headquarters", () => getImport({ importId }));
    expect(view).toMatchObject({ state: "done", fileGone: true, results: [{ houses: { created: 1 } }] });
    await expect(other.as("headquarters", () => downloadRefused({ importId }))).rejects.toMatchObject({
      code: "gone",
    });
  });
});
