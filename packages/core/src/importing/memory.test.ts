import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readHouses } from "./houses";
import { readRows } from "./workbook";
import { writeXlsx } from "./xlsx-write";

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/** Bytes that are really in use, after a collection. */
function inUse(): number {
  if (typeof collect === "function") collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const headings = [
  "楼栋",
  "单元",
  "房号",
  "建筑面积(㎡)",
  "业态",
  "交房日期",
  "业主姓名",
  "业主电话",
  "备注一",
  "备注二",
];
const rowCount = 20_000;

function* houses() {
  for (let at = 0; at < rowCount; at++) {
    const [building, unit, room] = [
      `${Math.floor(at / 400) + 1}栋`,
      `${(at % 2) + 1}单元`,
      `${1000 + (at % 400)}`,
    ];
    const phone = `139${String(at).padStart(8, "0")}`;
    const note = `第${at}户的备注,每一格都不相同`;
    yield [
      building,
      unit,
      room,
      90 + (at % 50),
      "住宅",
      new Date(Date.UTC(2019, 2, 1)),
      `业主${at}`,
      phone,
      note,
      note,
    ];
  }
}

describe("20,000 rows", () => {
  let folder = "";
  let path = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "importing-"));
    path = join(folder, "large.xlsx");
    const columns = headings.map((heading) => ({ heading }));
    await writeFile(path, await writeXlsx([{ name: "大盘", columns, rows: houses() }]));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("pass through one at a time: what is held does not grow with the rows read", async () => {
    const held: number[] = [];
    let good = 0;
    for await (const { kind } of readHouses(readRows(path))) {
      if (kind === "house") good++;
      if (good % 4000 === 1) held.push(inUse());
    }
    expect(good).toBe(rowCount);
    const [first = 0] = held;
    // What remains is the set of house codes, to tell repetitions: some 100 bytes a house.
    expect(Math.max(...held) - first).toBeLessThan(6_000_000);
  });

  it("hold the file once and its shared texts, nothing else", async () => {
    const before = inUse();
    const file = await readFile(path);
    let most = 0;
    let row = 0;
    for await (const _ of readRows(file)) if (++row % 4000 === 0) most = Math.max(most, inUse());
    const { size } = await stat(path);
    expect(row).toBe(rowCount + 1);
    // 60,000 different texts of up to 20 characters take about 7 MB; the unpacked sheet alone would be 12 MB.
    expect(most - before - size).toBeLessThan(11_000_000);
  });
});
