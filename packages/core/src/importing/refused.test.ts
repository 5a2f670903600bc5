import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readArrears } from "./arrears";
import type { Cell } from "./cell";
import { type RefusedHouse, readHouses } from "./houses";
import { rowReasons } from "./reasons";
import { reasonText, writeRefused } from "./refused";
import { openSource } from "./source";
import { allRows, collected, samplePath } from "./test-files";
import { defaultLimits, readRows } from "./workbook";
import { writeXlsx } from "./xlsx-write";
import { readDirectory, unpack } from "./zip";

const refusedHouses = async (): Promise<RefusedHouse[]> =>
  (await collected(readHouses(readRows(samplePath("houses-and-residents.xlsx"))))).filter(
    (one) => one.kind === "refused",
  );

describe("the file of refused rows", () => {
  it("says in both languages what is wrong, beside the row as it came", async () => {
    const rows = await refusedHouses();
    for (const [locale, heading, words] of [
      ["zh-CN", "退回原因", "面积必须大于零"],
      ["en", "Reason for refusal", "The area must be more than zero"],
    ] as const) {
      const [headings, first] = (await allRows(await writeRefused(rows, locale))).map(([, , cells]) => cells);
      expect(headings).toEqual([...(rows[0]?.headings ?? []), heading]);
      expect(first?.slice(0, 4)).toEqual([1, 1, "402", -12]);
      expect(first?.at(-1)).toContain(words);
      expect(first?.at(-1)).toContain("-12");
    }
  });

  it("is read again by the same reader, to the same refusals and the same houses", async () => {
    const rows = await refusedHouses();
    const again = await collected(readHouses(readRows(await writeRefused(rows, "zh-CN"))));
    const name = (one: { project: string; code?: string }) => `${one.project} ${one.code}`;
    const houses = again.map((one) =>
      one.kind === "house" ? `${one.project} ${one.house.code}` : name(one),
    );
    expect(houses).toEqual(rows.map(name));
    // A repeated house is alone in this file, so it is good here; that it is known already is for the caller.
    expect(again.map((one) => (one.kind === "house" ? "house_repeated" : one.reason))).toEqual(
      rows.map(({ reason }) => reason),
    );
  });

  it("takes in corrected rows, and drops the reasons of an earlier round", async () => {
    const rows = await refusedHouses();
    const [first] = await collected(readHouses(readRows(await writeRefused(rows.slice(0, 1), "en"))));
    if (first?.kind !== "refused") throw new Error("still refused until corrected");
    expect(first.headings.at(-1)).toBe("Reason for refusal");
    const second = await allRows(await writeRefused([first], "zh-CN"));
    expect(second[0]?.[2].filter((cell) => /原因|Reason/.test(String(cell)))).toEqual(["退回原因"]);
    const corrected = first.cells.map((cell) => (cell === -12 ? 66.5 : cell));
    const [taken] = await collected(
      readHouses(readRows(await writeRefused([{ ...first, cells: corrected }], "en"))),
    );
    expect(taken).toMatchObject({
      kind: "house",
      house: { code: "1-1-402", areaHundredths: 6650, handoverDate: "2023-06-15" },
    });
  });

  it("works for a CSV, whose sheet has no name", async () => {
    const all = await collected(readArrears(readRows(samplePath("opening-arrears.csv"))));
    const rows = all.filter((one) => one.kind === "refused");
    const again = await collected(readArrears(readRows(await writeRefused(rows, "zh-CN"))));
    expect(again.map((one) => (one.kind === "refused" ? [one.project, one.code, one.reason] : []))).toEqual(
      rows.map(({ project, code, reason }) => [project, code, reason]),
    );
  });

  it("has words for every reason", () => {
    for (const reason of Object.keys(rowReasons) as (keyof typeof rowReasons)[]) {
      expect(reasonText(reason, "zh-CN")).toMatch(/[\u4e00-\u9fff]/);
      expect(reasonText(reason, "en")).toMatch(/^[A-Z]/);
    }
  });
});

describe("writing spreadsheets", () => {
  const write = (...rows: Cell[][]) =>
    writeXlsx([{ name: "a", columns: [{ heading: "x" }, { heading: "y" }], rows }]);
  const part = async (file: Buffer, name: string) => {
    const source = await openSource(file, defaultLimits.maxBytes);
    const entry = (await readDirectory(source, defaultLimits)).get(name.toLowerCase());
    if (!entry) throw new Error(`${name} is missing`);
    return Buffer.concat(await collected(unpack(source, entry))).toString();
  };

  it("never writes a formula: what begins like one is text, and stays text when edited", async () => {
    const nasty = ['=HYPERLINK("http://evil","x")', "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "＝1+1"];
    const file = await write(...nasty.map((text) => [text]));
    expect((await allRows(file)).slice(1).map(([, , [cell]]) => cell)).toEqual(nasty);
    const sheet = await part(file, "xl/worksheets/sheet1.xml");
    expect(sheet).not.toMatch(/<f[\s>/]/);
    const cells = [...sheet.matchAll(/<c r="A(\d+)"( s="\d+")?( t="\w+")/g)].slice(1);
    expect(cells).toHaveLength(nasty.length);
    const styles = new Set(cells.map(([, , style]) => style));
    expect(styles.size).toBe(1);
    expect(new Set(cells.map(([, , , type]) => type))).toEqual(new Set([' t="s"']));
    const styleSheet = await part(file, "xl/styles.xml");
    const textFormat = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(styleSheet)?.[1];
    expect(styleSheet).toMatch(new RegExp(`<xf numFmtId="${textFormat}"[^>]*applyNumberFormat="1"`));
  });

  it("is read by another reader as it was written", async () => {
    const { default: Excel } = await import("exceljs");
    const book = new Excel.Workbook();
    const file = await write(
      ["=1+1", 1.5],
      ["  两边 空格 ", new Date("2024-02-29T00:00:00Z")],
      [true, "第一行\n第二行"],
    );
    await book.xlsx.read(Readable.from([file]));
    const rows = book.worksheets[0]?.getSheetValues().slice(2);
    expect(rows).toEqual([
      [undefined, "=1+1", 1.5],
      [undefined, "  两边 空格 ", new Date("2024-02-29T00:00:00Z")],
      [undefined, true, "第一行\n第二行"],
    ]);
  });

  it("gives back every text, number, date and boolean it was given", async () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", minLength: 1 }),
      fc.constantFrom(
        "toString",
        "__proto__",
        "_x000D_",
        "_x005F_x000D_",
        "a\rb",
        "a\r\nb",
        "<&>\"'",
        "]]>",
        "㎡",
        "𠮷",
      ),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
      fc.boolean(),
      fc
        .date({ min: new Date("1901-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
        .map((date) => new Date(date.toISOString().slice(0, 10))),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 20 }), async (cells) => {
        const file = await write(...cells.map((one): Cell[] => ["·", one]));
        const back = (await allRows(file)).slice(1).map(([, , [, one]]) => one);
        const carried = cells.map((one) =>
          typeof one === "string"
            ? one.replace(/[^\t\n\r -~\u0085\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|\p{NChar}/gu, "")
            : one,
        );
        expect(back).toEqual(carried.map((one) => (one === "" ? undefined : one)));
      }),
      { numRuns: 30 },
    );
  });

  it("makes sheet names valid and different", async () => {
    const names = ["a/b:[c]", "A B C", "", "'引号'", "很".repeat(40), "很".repeat(41), "History"];
    const sheets = names.map((name) => ({ name, columns: [{ heading: "x" }], rows: [] }));
    const found = (await allRows(await writeXlsx(sheets))).map(([name]) => name);
    expect(found).toEqual([
      "a b c",
      "A B C(2)",
      "Sheet",
      "引号",
      "很".repeat(31),
      `${"很".repeat(28)}(2)`,
      "History",
    ]);
  });

  it("drops what no cell can hold, and passes on a failure of the rows", async () => {
    const rows: Cell[][] = [
      ["x".repeat(40_000), Number.NaN],
      [new Date("invalid"), Number.POSITIVE_INFINITY],
    ];
    const [, first] = await allRows(await write(...rows));
    expect(first?.[2]).toEqual(["x".repeat(32_767)]);
    const failing = (async function* (): AsyncGenerator<Cell[]> {
      yield ["a"];
      throw new Error("lost the table");
    })();
    await expect(writeXlsx([{ name: "a", columns: [{ heading: "x" }], rows: failing }])).rejects.toThrow(
      "lost the table",
    );
  });
});
