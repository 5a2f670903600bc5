import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { createTable } from "../packages/local/src/create-table";
import { startScratchDatabase } from "../packages/local/src/dynoxide";
import { coldStart } from "./cold-start";
import { comparisonFlat } from "./comparison-flat";
import { phoneLookup } from "./phone-lookup";
import type { Row } from "./row";
import { surveyPage } from "./survey-page";
import { ticketWrite } from "./ticket-write";

const benches: Record<string, () => Promise<Row>> = {
  "ticket-write": ticketWrite,
  "comparison-flat": comparisonFlat,
  "cold-start": coldStart,
  "survey-page": surveyPage,
  "phone-lookup": phoneLookup,
};

const { values, positionals } = parseArgs({
  options: { json: { type: "string" } },
  allowPositionals: true,
});
const chosen = Object.entries(benches).filter(
  ([name]) => positionals.length === 0 || positionals.includes(name),
);

const database = await startScratchDatabase();
process.env.DYNAMODB_ENDPOINT = database.endpoint;
process.env.FRONTDESK_TABLE = "frontdesk-bench";
process.env.FRONTDESK_SECRET = "bench-secret-that-signs-nothing-real";
await createTable();
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
