import { Callback, dueCallback } from "@frontdesk/core/callback/callback.entity";
import { sweepCallbacks } from "@frontdesk/core/callback/index";
import { asIfAt, plus } from "@frontdesk/core/clock";
import { derivedId } from "@frontdesk/core/id";
import { metered } from "@frontdesk/core/table/client";
import { Work } from "@frontdesk/core/table/work";
import { Tenant } from "@frontdesk/core/tenant/tenant.entity";
import { completion, ticketIn } from "@frontdesk/core/ticket/made.testing";
import { createTable } from "../packages/local/src/create-table";
import { firmOf, firmRecord } from "./firm";
import type { Row } from "./row";

const bound = 1.1;
const due = 100;
const open = 100_000;
const tenantId = derivedId("tenant", "bench", "due");
const projectId = derivedId("project", "bench", "due");
const now = "2026-11-20T02:00:00.000Z";
const before = plus(now, { minutes: -5 });
const later = plus(now, { hours: 12 });

/** A callback that falls due then. */
function callback(i: number, callbackDueAt: string) {
  const ticketId = derivedId("ticket", "bench", "due", String(i));
  const done = { ...completion, callbackDueAt };
  const fields = dueCallback(ticketIn("completed", { ticketId, projectId, completions: [done] }));
  if (!fields) throw new Error("No callback is due");
  return fields;
}

/** A firm with 100,000 open callbacks, of which 100 are due. */
export function* records() {
  yield firmRecord(tenantId);
  for (let i = 0; i < open; i++)
    yield Callback.record({
      ...Callback.definition.schema.parse(callback(i, i < due ? before : later)),
      ...{ tenantId, rev: 1 },
    });
}

/** The same 100 in a table where nothing else is open. */
async function fillFew() {
  const work = new Work(tenantId);
  work.create(Tenant, firmOf(tenantId));
  for (let i = 0; i < due - 1; i++) work.create(Callback, callback(i, before));
  await work.commit();
  const last = new Work(tenantId);
  last.create(Callback, callback(due - 1, before));
  await last.commit();
}

async function unitsOf() {
  const { result, spent } = await metered(() => asIfAt(now, sweepCallbacks));
  if (result.done !== due) throw new Error(`${result.done} callbacks were due`);
  return spent.read;
}

/** Read units of the schedule of callbacks with 100 due among 100,000 open ÷ among 100. */
export async function dueSweep(): Promise<Row> {
  const value = await unitsOf();
  const large = process.env.FRONTDESK_TABLE;
  process.env.FRONTDESK_TABLE = "frontdesk-bench-few";
  await createTable();
  await fillFew();
  const baseline = await unitsOf();
  process.env.FRONTDESK_TABLE = large;
  const ratio = value / baseline;
  return {
    ...{ name: "due-sweep", value, baseline, ratio, unit: "read units" },
    ...{ bound: `ratio ${bound}`, kept: ratio <= bound },
  };
}
