import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { makeBulkFile } from "../packages/local/src/bulk";
import { createTable } from "../packages/local/src/create-table";
import { startScratchDatabase } from "../packages/local/src/dynoxide";
import { answerWith, measuredApart } from "./apart";
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

type Bench = () => Promise<Row | Row[]>;

/** Those that tell milliseconds, each measured while nothing else is. */
const timed: Record<string, Bench> = {
  "ticket-write": ticketWrite,
  "ticket-life": ticketLife,
  "cold-start": coldStart,
};

/** Those that count; the longest first. */
const counted: Record<string, Bench> = {
  "phone-lookup": phone.phoneLookup,
  worklist: worklist.worklist,
  "comparison-flat": comparison.comparisonFlat,
  "due-sweep": due.dueSweep,
  "write-cost": writeCost,
  "bundle-api": bundleApi,
  "survey-page": surveyPage,
};

const { values, positionals } = parseArgs({
  options: { json: { type: "string" } },
  allowPositionals: true,
});
const chosen = (benches: Record<string, Bench>) =>
  Object.keys(benches).filter((name) => positionals.length === 0 || positionals.includes(name));

/** The large tables that some are measured on, each in a database of its own. */
const bulk: Record<string, () => Iterable<Record<string, unknown>>> = {
  "comparison-flat": comparison.records,
  "phone-lookup": phone.records,
  "due-sweep": due.records,
  worklist: worklist.records,
};

process.env.FRONTDESK_TABLE = "frontdesk-bench";
process.env.FRONTDESK_SECRET = "bench-secret-that-signs-nothing-real";

/** What a bench measures on a fresh database, filled first where it asks for that. */
async function measured(name: string): Promise<Row[]> {
  const records = bulk[name];
  const database = await startScratchDatabase(records && ((file) => makeBulkFile(file, records())));
  process.env.DYNAMODB_ENDPOINT = database.endpoint;
  try {
    await createTable();
    return [await { ...timed, ...counted }[name]?.()].flat().filter((row) => row !== undefined);
  } finally {
    await database.stop();
  }
}

async function measuredInTurn(names: readonly string[]): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of names) rows.push(...(await measured(name)));
  return rows;
}

if (process.send) await answerWith(await measuredInTurn(positionals));
const rows = [...(await measuredInTurn(chosen(timed))), ...(await measuredApart(chosen(counted)))];
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
