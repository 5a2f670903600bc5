import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookOf, bookParts, faultOf, samplePath, type TestPart, worksheet, zipOf } from "./test-files";

const sheet = (name: string, xml: string) => ({ sheets: [{ name, xml }] });
const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");

function replaced(parts: TestPart[], name: string, change: Partial<TestPart>): Buffer {
  return zipOf(parts.map((part) => (part.name === name ? { ...part, ...change } : part)));
}

describe("zip bombs", () => {
  const zeros = worksheet(`<row r="1"><c r="A1"><v>${"0".repeat(30_000_000)}</v></c></row>`);

  it("are refused by ratio before they are unpacked", async () => {
    const bomb = zipOf(bookParts(sheet("a", zeros)));
    expect(bomb.length).toBeLessThan(60_000);
    expect(await faultOf(bomb)).toBe("zip_bomb");
  });

  it("are refused by total size", async () => {
    const book = bookOf('<row r="1"><c r="A1"><v>1</v></c></row>');
    expect(await faultOf(book, { limits: { maxUnpackedBytes: 500 } })).toBe("zip_bomb");
  });

  it("are refused by the number of entries", async () => {
    const many = Array.from({ length: 1001 }, (_, at) => ({ name: `p${at}`, data: "" }));
    expect(await faultOf(zipOf(many))).toBe("zip_bomb");
  });

  it("cannot hide behind a small claim in the directory", async () => {
    const parts = bookParts(sheet("a", zeros));
    const lying = replaced(parts, "xl/worksheets/tab0.xml", { claimed: { unpacked: 2000 } });
    expect(await faultOf(lying)).toBe("zip_broken");
  });

  it("cannot hide in an entry that the directory does not list", async () => {
    const parts = bookParts(sheet("a", zeros));
    const hidden = replaced(parts, "xl/worksheets/tab0.xml", { unlisted: true });
    expect(await faultOf(hidden)).toBe("zip_broken");
  });
});

describe("broken and foreign files", () => {
  it("refuses a zip cut off anywhere", async () => {
    const whole = await readFile(samplePath("houses-and-residents.xlsx"));
    for (const share of [0.01, 0.3, 0.6, 0.9, 0.999]) {
      expect(await faultOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe("zip_broken");
    }
  });

  it("refuses damaged bytes within a part", async () => {
    const whole = Buffer.from(await readFile(samplePath("houses-and-residents.xlsx")));
    for (let at = 3000; at < 3040; at++) whole[at] = 0x55;
    expect(await faultOf(whole)).toBe("zip_broken");
  });

  it("refuses a wrong checksum, malformed XML and entity definitions", async () => {
    const parts = bookParts(sheet("a", worksheet('<row r="1"><c r="A1"><v>1</v></c></row>')));
    const name = "xl/worksheets/tab0.xml";
    expect(await faultOf(replaced(parts, name, { claimed: { crc: 1 } }))).toBe("zip_broken");
    expect(await faultOf(replaced(parts, name, { data: "<worksheet><row>" }))).toBe("zip_broken");
    const laughs = `<!DOCTYPE x [<!ENTITY a "ha">]>${worksheet('<row r="1"><c r="A1"><v>&a;</v></c></row>')}`;
    expect(await faultOf(replaced(parts, name, { data: laughs }))).toBe("zip_broken");
  });

  it("refuses two parts of one name", async () => {
    const parts = bookParts(sheet("a", worksheet("")));
    const twice = zipOf([...parts, { name: "XL/worksheets/tab0.xml", data: "x" }]);
    expect(await faultOf(twice)).toBe("zip_broken");
  });

  it("refuses protected files, in both kinds of container", async () => {
    const parts = bookParts(sheet("a", worksheet("")));
    const zipped = replaced(parts, "xl/worksheets/tab0.xml", { claimed: { flags: 1 } });
    expect(await faultOf(zipped)).toBe("encrypted");
    const office = Buffer.concat([ole, Buffer.alloc(1_500_000), Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await faultOf(office)).toBe("encrypted");
  });

  it("tells old .xls, programs, other documents and markup by content", async () => {
    expect(await faultOf(Buffer.concat([ole, Buffer.alloc(2000)]))).toBe("legacy_xls");
    expect(await faultOf(Buffer.from("MZ\u0090\0\u0003\0\0\0", "latin1"))).toBe("executable");
    expect(await faultOf(Buffer.from("\u007fELF\u0002\u0001", "latin1"))).toBe("executable");
    expect(await faultOf(Buffer.from("#!/bin/sh\nrm"))).toBe("executable");
    expect(await faultOf(Buffer.from("%PDF-1.7\n"))).toBe("wrong_type");
    expect(await faultOf(Buffer.from("<html><table><tr><td>房号</td></tr></table>"))).toBe("wrong_type");
    expect(await faultOf(Buffer.from("a,b\0c"))).toBe("wrong_type");
    expect(await faultOf(zipOf([{ name: "word/document.xml", data: "<w/>" }]))).toBe("wrong_type");
    expect(await faultOf(zipOf([]))).toBe("wrong_type");
  });

  it("refuses nothing at all and too much", async () => {
    expect(await faultOf(Buffer.alloc(0))).toBe("empty");
    expect(await faultOf(Readable.from([]))).toBe("empty");
    const limits = { maxBytes: 1000 };
    expect(await faultOf(samplePath("opening-arrears.csv"), { limits })).toBe("too_large");
    expect(await faultOf(Readable.from([Buffer.alloc(600), Buffer.alloc(600)]), { limits })).toBe(
      "too_large",
    );
    const rows = Array.from({ length: 11 }, (_, at) => `${at},x`).join("\n");
    expect(await faultOf(Buffer.from(rows), { limits: { maxRows: 10 } })).toBe("too_many_rows");
    expect(await faultOf(Buffer.from("a,".repeat(300)))).toBe("too_many_columns");
    const far = bookOf('<row r="1"><c r="XFD1"><v>1</v></c></row>');
    expect(await faultOf(far)).toBe("too_many_columns");
  });

  it("rejects a path that does not exist, without bringing the process down", async () => {
    expect(await faultOf("/nowhere/at-all.xlsx")).toMatch(/ENOENT/);
  });
});

describe("text that is no readable CSV", () => {
  it("names the encoding as the fault", async () => {
    const big5 = iconv.encode(
      "項目,房號,業主姓名,聯絡電話,管理費,欠繳金額\n翠湖花園,1-1-101,陳大文,物業,尚未繳清\n",
      "big5",
    );
    expect(await faultOf(big5)).toBe("encoding_unknown");
    expect(await faultOf(Buffer.from("Straße,Größe,Gebäude,Eigentümer\n", "latin1"))).toBe(
      "encoding_unknown",
    );
    expect(await faultOf(Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xff]))).toBe("encoding_unknown");
  });

  it("names an unclosed quote as the fault, also in a long file", async () => {
    expect(await faultOf(Buffer.from('a,b\n"1,2\n3,4\n'))).toBe("csv_broken");
    expect(await faultOf(Buffer.from(`a,b\n"1,2\n${"3,4\n".repeat(200_000)}`))).toBe("csv_broken");
  });
});

describe("a file on disk", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "importing-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("is told by content even when its name says otherwise", async () => {
    const path = join(folder, "houses.xlsx");
    await writeFile(path, "MZ this is a program");
    expect(await faultOf(path)).toBe("executable");
    await writeFile(path, "房号,面积\n101,88\n");
    expect(await faultOf(path)).toBe("taken");
  });
});
