import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../context";
import { type Cell, readRows, type SheetRow, writeXlsx } from "../importing/index";
import { Member } from "../member/member.entity";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { bookOf, type Firm, finish, sample, send, start, stored, takeIn, useFiles } from "./import.testing";
import { downloadRefused, startImport } from "./index";

beforeAll(useFiles);

const download = async (firm: Firm, importId: string, locale?: "zh-CN" | "en") => {
  const file = await firm.as("headquarters", () => downloadRefused({ importId, locale }));
  const rows: SheetRow[] = [];
  for await (const row of readRows(file.bytes)) rows.push(row);
  return { ...file, rows };
};

/** The downloaded rows with their cells changed by somebody who corrects them. */
function corrected(rows: readonly SheetRow[], mend: (cells: Cell[], headings: Cell[], at: number) => Cell[]) {
  const sheets = [...new Set(rows.map(({ sheet }) => sheet))].map((name) => {
    const [head, ...data] = rows.filter(({ sheet }) => sheet === name);
    const headings = head?.cells ?? [];
    return {
      name,
      columns: headings.map((heading) => ({ heading: String(heading ?? "") })),
      rows: data.map(({ cells }, at) => mend(cells, headings, at)),
    };
  });
  return writeXlsx(sheets);
}

describe("the refused rows of the sample", () => {
  it("come back as a file, are corrected, and go in", async () => {
    const firm = await mintTenant();
    const view = await takeIn(firm, "houses", await sample("houses-and-residents.xlsx"), "houses.xlsx");
    const { rows, fileName, contentType } = await download(firm, view.importId);
    expect(fileName).toBe("houses-退回.xlsx");
    expect(contentType).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    expect(rows).toHaveLength(21 + 4);
    expect(rows[0]?.cells.at(-1)).toBe("退回原因");
    expect(rows[1]?.cells.at(-1)).toContain("面积");
    let rooms = 0;
    const file = await corrected(rows, (cells, headings) => {
      const at = (heading: RegExp) => headings.findIndex((one) => heading.test(String(one)));
      const next = [...cells];
      next[at(/建筑面积/)] = 88;
      next[at(/交房日期/)] = "2020-05-01";
      next[at(/业主电话/)] = null;
      // A house that repeats was another one, mistyped.
      if (String(cells.at(-1)).includes("重复")) next[at(/房号/)] = `99${rooms++}`;
      return next;
    });
    const again = await takeIn(firm, "houses", file, "corrected.xlsx");
    expect(again.progress).toEqual({ done: 21, total: 21, refused: 0 });
    expect(again.results.reduce((sum, { houses }) => sum + (houses?.created ?? 0), 0)).toBe(21);
    expect((await stored(firm)).flatMap(({ houses }) => houses)).toHaveLength(1184 + 21);
  }, 60_000);

  it("say why in the member's language, or the one asked for", async () => {
    const firm = await mintTenant();
    const { importId } = await send(firm, "houses", await sample("houses-and-residents.xlsx"));
    const { rows, fileName } = await download(firm, importId, "en");
    expect(fileName).toBe("导入-refused.xlsx");
    expect(rows[0]?.cells.at(-1)).toBe("Reason for refusal");
    expect(rows.find(({ cells }) => String(cells.at(-1)).includes("not a phone number"))).toBeDefined();
    const { memberId, userId, ...actor } = firm.member("headquarters");
    const work = new Work(firm.tenantId);
    work.create(Member, {
      ...{ memberId, userId, name: "Ann", email: "ann@example.com", role: "headquarters", projectIds: "all" },
      ...{ state: "active", locale: "en", joinedAt: work.now },
    });
    await work.commit();
    const own = await withActor({ ...actor, memberId, userId }, () => downloadRefused({ importId }));
    expect(own.fileName).toBe("导入-refused.xlsx");
  });
});

describe("rows that the firm's records refuse", () => {
  const csv = (...lines: string[]) => Buffer.from(["房号,账期,应收,已收,欠费", ...lines].join("\n"));

  it("are listed and come back, too: houses that do not exist, amounts that differ", async () => {
    const firm = await mintTenant();
    const house = ["1", "1", 101, 90, null, null, null, null];
    await takeIn(firm, "houses", await bookOf({ 翠湖花园: [house] }));
    await takeIn(firm, "arrears", csv("1-1-101,2026-01,100,0,100"), "翠湖花园.csv");
    const view = await takeIn(
      firm,
      "arrears",
      csv(
        "1-1-101,2026-01,120,0,120",
        "1-1-101,2026-02,100,30,70",
        "9-9-999,2026-01,50,0,50",
        "1-1-101,2026-03,1,1,9",
        "1-1-101,2026-05,200000000,0,200000000",
      ),
      "翠湖花园.csv",
    );
    expect(view.results).toMatchObject([
      { name: "翠湖花园", refused: 4, arrears: { created: 1, unchanged: 0, outstandingFen: 7000 } },
    ]);
    expect(view.problems.map(({ row, column, reason, house: code }) => [row, column, reason, code])).toEqual([
      [2, "应收", "arrears_differ", "1-1-101"],
      [4, "房号", "house_unknown", "9-9-999"],
      [5, "欠费", "arrears_sum_wrong", "1-1-101"],
      [6, "应收", "money_invalid", "1-1-101"],
    ]);
    expect(view.problems.at(-1)?.value).toBe("200,000,000.00");
    expect(view.words.house_unknown?.en).toBe("The project has no such house");
    const { rows } = await download(firm, view.importId);
    expect(rows.map(({ sheet, cells }) => [sheet, ...cells.slice(0, 2)])).toEqual([
      ["翠湖花园", "房号", "账期"],
      ["翠湖花园", "1-1-101", "2026-01"],
      ["翠湖花园", "9-9-999", "2026-01"],
      ["翠湖花园", "1-1-101", "2026-03"],
      ["翠湖花园", "1-1-101", "2026-05"],
    ]);
    const fixed = await corrected([...rows.slice(0, 1), ...rows.slice(2, 4)], (cells, _, at) =>
      at === 0 ? ["1-1-101", "2026-04", "50", "0", "50"] : [...cells.slice(0, 2), "10", "1", "9"],
    );
    const again = await takeIn(firm, "arrears", fixed, "fixed.xlsx");
    expect(again.results).toMatchObject([{ refused: 0, arrears: { created: 2, outstandingFen: 5900 } }]);
  });

  it("are those of one house in two sheets that go to one project", async () => {
    const firm = await mintTenant();
    const row = (area: number) => ["1", "1", 101, area, null, null, null, null];
    const file = await bookOf({
      "1栋": [row(90)],
      "2栋": [row(80), ["2", "1", 101, 70, null, null, null, null]],
    });
    for (const created of [2, 0]) {
      const { importId } = await send(firm, "houses", file);
      const projects = { "1栋": firm.projectId, "2栋": firm.projectId };
      await firm.as("headquarters", () => startImport({ importId, projects }));
      const view = await finish(firm, importId);
      expect(view.results.reduce((sum, { houses }) => sum + (houses?.created ?? 0), 0)).toBe(created);
      expect(view.problems).toMatchObject([
        { sheet: "2栋", row: 2, reason: "house_repeated", house: "1-1-101" },
      ]);
      expect((await download(firm, importId)).rows.map(({ cells }) => cells[3])).toEqual(["建筑面积", 80]);
    }
    const [{ houses } = { houses: [] }] = await stored(firm);
    expect(houses.map(({ code, areaHundredths }) => [code, areaHundredths])).toEqual([
      ["1-1-101", 9000],
      ["2-1-101", 7000],
    ]);
  });

  it("are those that do not fit what is kept", async () => {
    const firm = await mintTenant();
    const long = "ABCDEFGHIJKLMNOPQRST";
    const room = "1234567890123456789";
    const { importId, problems } = await send(
      firm,
      "houses",
      await bookOf({
        翠湖花园: [
          [long, "12", room, 90, null, null, null, null],
          ["1", "1", 101, 90, null, null, null, null],
        ],
      }),
    );
    expect(problems).toMatchObject([{ row: 2, column: "房号", reason: "text_too_long" }]);
    await start(firm, importId);
    const view = await finish(firm, importId);
    expect(view.results).toMatchObject([{ refused: 1, houses: { created: 1 } }]);
    expect(view.problems).toHaveLength(1);
  });
});
