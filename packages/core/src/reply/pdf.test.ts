import { inflateSync } from "node:zlib";
import { expect, it } from "vitest";
import { letterPdf, type Sheet } from "./pdf";

const sheet: Sheet = {
  to: { name: "王芳", address: "翠湖花园 3-1-502" },
  ...{ locale: "zh-CN", subject: "关于电梯的答复", number: "HF20261121-0001", zone: "Asia/Shanghai" },
  body: "尊敬的王芳：\n电梯的主板已经更换。",
  firm: { name: "阳光物业", address: "翠湖路88号" },
  letterhead: undefined,
  at: "2026-11-20T19:00:00.000Z",
};
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const pages = (bytes: Uint8Array) => text(bytes).match(/\/Type \/Page\b(?!s)/g)?.length;

/** All code points that the file's fonts tell how to read back, so that it can be searched and copied from. */
function readable(bytes: Uint8Array): Set<number> {
  const found = new Set<number>();
  for (const [, at] of [...text(bytes).matchAll(/stream\r?\n/g)].map(
    (match) => [match, match.index + match[0].length] as const,
  )) {
    let map = "";
    try {
      map = inflateSync(bytes.subarray(at)).toString("latin1");
    } catch {
      continue;
    }
    if (!map.includes("beginbfrange")) continue;
    for (const [, hex = ""] of map.matchAll(/<([0-9a-fA-F]{4,8})>/g)) found.add(Number.parseInt(hex, 16));
  }
  return found;
}

it("carries the typeface with the characters it needs, and no more than those", async () => {
  const bytes = await letterPdf(sheet);
  expect(text(bytes.subarray(0, 5))).toBe("%PDF-");
  expect(text(bytes)).toMatch(/\/FontFile2 /);
  expect(text(bytes)).not.toMatch(/Helvetica/);
  expect(bytes.length).toBeLessThan(60_000);
  const known = readable(bytes);
  for (const one of "尊敬的王芳阳光物业盖章年月日") expect(known, one).toContain(one.codePointAt(0));
});

it("is the same for the same letter, and another for a draft", async () => {
  const [one, same, draft] = await Promise.all([
    letterPdf(sheet),
    letterPdf(sheet),
    letterPdf({ ...sheet, number: undefined }),
  ]);
  expect(Buffer.compare(Buffer.from(one), Buffer.from(same))).toBe(0);
  expect(readable(one)).not.toContain("稿".codePointAt(0));
  expect(readable(draft)).toContain("稿".codePointAt(0));
});

it("runs over as many pages as it takes, and puts what the typeface lacks as 〓", async () => {
  const long = `尊敬的王芳：\n${Array(40).fill("经查，系主板老化所致，我们已经更换。".repeat(4)).join("\n")}`;
  expect(pages(await letterPdf(sheet))).toBe(1);
  expect(pages(await letterPdf({ ...sheet, body: long }))).toBeGreaterThan(3);
  const known = readable(await letterPdf({ ...sheet, to: { name: "王䶮😀" } }));
  expect(known).toContain("䶮".codePointAt(0));
  expect(known).toContain("〓".codePointAt(0));
});
