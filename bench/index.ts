import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { makeBulkFile } from "../packages/local/src/bulk";
import { createTable } from "../packages/local/src/create-table";
import { startScratchDatabase } from "../packages/local/src/dynoxide";
import { bundleApi } from "./bundle-api";
import { coldStart } from "./cold-start";
import * as comparison from "./comparison-flat";
import * as due from "./due-sweep";
import * as phone from "./phone-lookup";
import type { Row } from "./row";
import { surveyPage } from "./survey-page";
import { ticketLife } from "./ticket-life";
import { ticketWrite } from "./ticket-write";
import * as worklist from "./worklist";
import { writeCost } from "./write-cost";

const benches: Record<string, () => Promise<Row | Row[]>> = {
  "ticket-write": ticketWrite,
  "ticket-life": ticketLife,
  "due-sweep": due.dueSweep,
  worklist: worklist.worklist,
  "comparison-flat": comparison.comparisonFlat,
  "bundle-api": bundleApi,
  "cold-start": coldStart,
  "survey-page": surveyPage,
  "phone-lookup": phone.phoneLookup,
  "write-cost": writeCost,
};

const { values, positionals } = parseArgs({
  options: { json: { type: "string" } },
  allowPositionals: true,
});
/** Their tables do not fit into one file with the others: each is measured when it is named, by itself. */
const byThemselves = ["due-sweep", "worklist"];
const chosen = Object.entries(benches).filter(([name]) =>
  positionals.length === 0 ? !byThemselves.includes(name) : positionals.includes(name),
);

/** The large tables that some are measured on, made only when asked for. */
const bulk = {
  "comparison-flat": comparison.records,
  "phone-lookup": phone.records,
  "due-sweep": due.records,
  worklist: worklist.records,
};
function* records() {
  for (const [name, make] of Object.entries(bulk)) if (chosen.some(([one]) => one === name)) yield* make();
}
const filled = chosen.some(([name]) => name in bulk);

process.env.FRONTDESK_TABLE = "frontdesk-bench";
process.env.FRONTDESK_SECRET = "bench-secret-that-signs-nothing-real";
const database = await startScratchDatabase(filled ? (file) => makeBulkFile(file, records()) : undefined);
process.env.DYNAMODB_ENDPOINT = database.endpoint;
await createTable();
const rows: Row[] = [];
try {
  for (const [, bench] of chosen) rows.push(...[await bench()].flat());
} finally {
  await database.stop();
}

const shown = (number: number) => (Number.isInteger(number) ? String(number) : number.toFixed(2));
console.table(
  rows.map(({ name, value, baseline, ratio, bound, unit, kept }) => ({
    name,
    value: `${shown(value)} ${unit}`,
    baseline: shown(baseline),
    ratio: shown(ratio),
    bound,
    kept: kept ? "yes" : "NO",
  })),
);
if (values.json)
  await writeFile(
    values.json,
    rows
      .map(({ name, value, baseline, ratio }) => `${JSON.stringify({ name, value, baseline, ratio })}\n`)
      .join(""),
  );
