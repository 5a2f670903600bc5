import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { makeBulkFile } from "../packages/local/src/bulk";
import { startScratchDatabase } from "../packages/local/src/dynoxide";
import { coldStart } from "./cold-start";
import * as comparison from "./comparison-flat";
import * as phone from "./phone-lookup";
import type { Row } from "./row";
import { surveyPage } from "./survey-page";
import { ticketWrite } from "./ticket-write";

const benches: Record<string, () => Promise<Row>> = {
  "ticket-write": ticketWrite,
  "comparison-flat": comparison.comparisonFlat,
  "cold-start": coldStart,
  "survey-page": surveyPage,
  "phone-lookup": phone.phoneLookup,
};

const { values, positionals } = parseArgs({
  options: { json: { type: "string" } },
  allowPositionals: true,
});
const chosen = Object.entries(benches).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);

/** The large tables that some are measured on, made only when asked for. */
function* bulk() {
  if (chosen.some(([name]) => name === "comparison-flat")) yield* comparison.records();
  if (chosen.some(([name]) => name === "phone-lookup")) yield* phone.records();
}

process.env.FRONTDESK_TABLE = "frontdesk-bench";
process.env.FRONTDESK_SECRET = "bench-secret-that-signs-nothing-real";
const database = await startScratchDatabase((file) => makeBulkFile(file, bulk()));
process.env.DYNAMODB_ENDPOINT = database.endpoint;
const rows: Row[] = [];
try {
  for (const [, bench] of chosen) rows.push(await bench());
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
