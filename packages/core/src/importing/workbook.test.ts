import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { allRows, bookOf, bookParts, faultOf, samplePath, worksheet, zipOf } from "./test-files";
import { readRows } from "./workbook";

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const cellsOf = async (file: Buffer) => (await allRows(file)).map(([, , cells]) => cells);

describe("cells of a workbook", () => {
  it("reads shared, rich, phonetic and inline texts", async () => {
    const strings =
      "<si><t>甲</t></si><si><r><t>乙</t></r><r><rPr><b/></rPr><t>丙</t></r></si>" +
      "<si><t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh></si><si><t>a_x000D_b_x005F_x0041_</t></si>";
    const rows =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
      '<c r="D1" t="s"><v>3</v></c><c r="E1" t="inlineStr"><is><r><t>丁</t></r><r><t>戊</t></r></is></c></row>';
    expect(await cellsOf(bookOf(rows, { strings }))).toEqual([["甲", "乙丙", "東京", "a\rb_x0041_", "丁戊"]]);
  });

  it("reads numbers, booleans, errors and dates of built-in and own formats", async () => {
    const formats =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>';
    const rows =
      '<row r="1"><c r="A1"><v>99.31</v></c><c r="B1" t="b"><v>1</v></c><c r="C1" t="e"><v>#N/A</v></c>' +
      '<c r="D1" s="1"><v>43525</v></c><c r="E1" s="2"><v>43525</v></c><c r="F1"><v>43525</v></c>' +
      '<c r="G1" t="d"><v>2019-03-01</v></c></row>';
    expect(await cellsOf(bookOf(rows, { formats }))).toEqual([
      [99.31, true, "#N/A", day("2019-03-01"), day("2019-03-01"), 43525, day("2019-03-01")],
    ]);
  });

  it("counts from 1904 where the workbook says so", async () => {
    const rows = '<row r="1"><c r="A1" s="1"><v>42063</v></c></row>';
    expect(await cellsOf(bookOf(rows, { workbookPr: '<workbookPr date1904="1"/>' }))).toEqual([
      [day("2019-03-01")],
    ]);
  });

  it("takes the cached value of formulas, of every type, and evaluates none", async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><f>HYPERLINK("http://evil","x")</f><v>x</v></c><c r="B1"><f>1+1</f><v>3</v></c>' +
      '<c r="C1" t="b"><f>1=2</f><v>1</v></c><c r="D1" s="1"><f>TODAY()</f><v>43525</v></c>' +
      '<c r="E1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="F1"><f>2+2</f></c><c r="G1"><v>7</v></c></row>';
    expect(await cellsOf(bookOf(rows))).toEqual([["x", 3, true, day("2019-03-01"), "#DIV/0!", null, 7]]);
  });
});

describe("rows and sheets", () => {
  it("keeps the row numbers of Excel over gaps and leaves blank rows out", async () => {
    const rows =
      `<row r="2">${text("C2", "标题")}</row><row r="5"><c r="A5" s="1"/></row>` +
      `<row r="900">${text("A900", "x")}</row>`;
    expect(await allRows(bookOf(rows))).toEqual([
      ["翠湖花园", 2, [null, null, "标题"]],
      ["翠湖花园", 900, ["x"]],
    ]);
  });

  it("counts on where rows and cells carry no reference", async () => {
    const rows = "<row><c><v>1</v></c><c><v>2</v></c></row><row/><row><c><v>3</v></c></row>";
    expect(await allRows(bookOf(rows))).toEqual([
      ["翠湖花园", 1, [1, 2]],
      ["翠湖花园", 3, [3]],
    ]);
  });

  it("names sheets whatever way the parts are linked, ordered and prefixed", async () => {
    const prefixed =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" s="1"><x:v>43525</x:v></x:c></x:row>' +
      "</x:sheetData></x:worksheet>";
    for (const targets of ["relative", "absolute"] as const) {
      for (const reversed of [false, true]) {
        const sheets = [
          { name: "乙", xml: prefixed },
          { name: "甲", xml: prefixed },
        ];
        const found = await allRows(zipOf(bookParts({ sheets, targets, reversed })));
        expect(found).toEqual([
          ["乙", 1, [day("2019-03-01")]],
          ["甲", 1, [day("2019-03-01")]],
        ]);
      }
    }
  });

  it("leaves hidden sheets out", async () => {
    const xml = worksheet('<row r="1"><c r="A1"><v>1</v></c></row>');
    const sheets = [
      { name: "a", xml },
      { name: "b", xml, state: "hidden" },
      { name: "c", xml, state: "veryHidden" },
    ];
    expect((await allRows(zipOf(bookParts({ sheets })))).map(([name]) => name)).toEqual(["a"]);
  });

  it("repeats the value of a cell merged over several rows, but fills no blank row", async () => {
    const rows =
      `<row r="1">${text("A1", "一号楼")}${text("B1", "101")}</row><row r="2">${text("B2", "102")}</row>` +
      `<row r="3"><c r="A3" s="1"/></row><row r="4">${text("B4", "104")}</row>` +
      `<row r="5">${text("A5", "标题")}</row><row r="6">${text("C6", "x")}</row>`;
    const after = '<mergeCells count="2"><mergeCell ref="A1:A4"/><mergeCell ref="A5:C5"/></mergeCells>';
    expect(await cellsOf(bookOf(rows, { after }))).toEqual([
      ["一号楼", "101"],
      ["一号楼", "102"],
      ["一号楼", "104"],
      ["标题"],
      [null, null, "x"],
    ]);
  });

  it("gives nothing for an empty sheet", async () => {
    expect(await allRows(bookOf(""))).toEqual([]);
  });

  it("reports its progress, rising to the whole", async () => {
    for (const name of ["houses-and-residents.xlsx", "opening-arrears.csv"]) {
      const shares: number[] = [];
      await allRows(samplePath(name), { onProgress: (share) => shares.push(share) });
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
    }
  });

  it("closes the file when the loop is left early", async () => {
    const { readdir } = await import("node:fs/promises");
    const open = async () => (await readdir("/proc/self/fd").catch(() => [])).length;
    const before = await open();
    for (let round = 0; round < 20; round++) {
      for await (const _ of readRows(samplePath("houses-and-residents.xlsx"))) break;
    }
    expect(await open()).toBeLessThanOrEqual(before + 2);
  });
});

describe("CSV", () => {
  const table = '项目,房号,应收\r\n翠湖花园,1-1-104,"1,234.56"\r\n\r\n和悦里,"两行\n一格",3\r\n';
  const rows = [
    ["", 1, ["项目", "房号", "应收"]],
    ["", 2, ["翠湖花园", "1-1-104", "1,234.56"]],
    ["", 4, ["和悦里", "两行\n一格", "3"]],
  ];

  it("reads UTF-8 with and without its mark, GBK, GB18030 and marked UTF-16", async () => {
    expect(await allRows(Buffer.from(table))).toEqual(rows);
    expect(await allRows(Buffer.from(`\ufeff${table}`))).toEqual(rows);
    expect(await allRows(iconv.encode(table, "gbk"))).toEqual(rows);
    expect(await allRows(iconv.encode(table, "gb18030"))).toEqual(rows);
    expect(await allRows(iconv.encode(table, "utf-16le", { addBOM: true }))).toEqual(rows);
    expect(await allRows(iconv.encode(table, "utf-16be", { addBOM: true }))).toEqual(rows);
  });

  it("keeps characters whole that fall between two pieces of the file", async () => {
    const long = `a,b\n${"，,翠湖花园𠮷\n".repeat(20_000)}`;
    for (const file of [Buffer.from(long), iconv.encode(long, "gb18030")]) {
      const found = await allRows(file);
      expect(found).toHaveLength(20_001);
      expect(new Set(found.slice(1).map(([, , cells]) => cells.join("|")))).toEqual(
        new Set(["，|翠湖花园𠮷"]),
      );
    }
  });

  it("finds tabs and semicolons", async () => {
    expect(await cellsOf(Buffer.from("a\tb,c\n1\t2\n"))).toEqual([
      ["a", "b,c"],
      ["1", "2"],
    ]);
    expect(await cellsOf(Buffer.from('a;b\n"1;5";2,3\n'))).toEqual([
      ["a", "b"],
      ["1;5", "2,3"],
    ]);
  });

  it("takes plain ASCII and a single column", async () => {
    expect(await faultOf(Buffer.from("room\n101\n"))).toBe("taken");
  });
});
