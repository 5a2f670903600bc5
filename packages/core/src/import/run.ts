import { isoNow, plus } from "../clock";
import { sweep } from "../table/due";
import { Race, Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { ArrearsTaker } from "./arrears-taker";
import { contents, forget } from "./file";
import { HouseTaker } from "./house-taker";
import { Import, ImportRun } from "./import.entity";
import { Overtaken, Progress } from "./progress";
import { createProjects } from "./projects";
import { type ImportItem, Reading } from "./reading";
import { statedIn } from "./stated";
import { importAfter } from "./states";
import type { Taker } from "./taker";

/** A worker goes on for so long and leaves the rest to the next call. */
const chunkMs = 20_000;
/** The file of an import that is over is kept for its refused rows, and no longer. */
const keepDays = 30;

/** Goes on with the imports that wait for it, and removes the files whose time is over. Safe to run twice. */
export const runImports = (stopping?: AbortSignal) =>
  sweep("import", ({ pk }) => continueImport(pk.split("#")[1] ?? "", chunkMs, stopping));

/** Goes on with one import of the acting tenant for some time, if it is due, or until the process is to end. */
export async function continueImport(importId: string, forMs = chunkMs, stopping?: AbortSignal) {
  if (stopping?.aborted) return;
  const [item, run] = await Promise.all([Import.get({ importId }), ImportRun.get({ importId })]);
  if (!item || !run?.dueAt || run.dueAt > isoNow()) return;
  if (item.state !== "running") return forget(item, run);
  const progress = new Progress(run);
  try {
    if (progress.isHopeless) return await end(item, progress, "fail");
    // Not the clock that tests and schedules may set: this is about the worker's own time.
    const started = performance.now();
    await goOn(item, progress, () => stopping?.aborted || performance.now() - started > forMs);
  } catch (error) {
    // Somebody else was quicker, at the import or at its records: it stays due, and the next run goes on.
    if (!(error instanceof Overtaken || error instanceof Race)) throw error;
  }
}

async function goOn(item: ImportItem, progress: Progress, isTimeUp: () => boolean) {
  await progress.claim(new Work(item.tenantId));
  const bytes = await contents(item);
  if (!bytes) return end(item, progress, "fail");
  await createProjects(item);
  const taker = await takerOf(item, progress, bytes);
  for await (const step of new Reading(bytes, item).steps()) {
    const written = await taker.add(step);
    if (written && isTimeUp()) return progress.release(new Work(item.tenantId), isoNow());
  }
  await taker.flush();
  await end(item, progress, "finish");
}

async function takerOf(item: ImportItem, progress: Progress, bytes: Uint8Array): Promise<Taker> {
  if (item.kind === "arrears") return new ArrearsTaker(item, progress);
  const { locale } = await Tenant.need({});
  return new HouseTaker(item, progress, locale, statedIn(bytes, item));
}

async function end(item: ImportItem, progress: Progress, action: "finish" | "fail") {
  const work = new Work(item.tenantId);
  work.patch(Import, item, { state: importAfter(item.state, action), endedAt: work.now });
  await progress.release(work, plus(work.now, { days: keepDays }));
}
