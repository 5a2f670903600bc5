import * as z from "zod";
import { actorRef } from "../actor";
import { useActor } from "../context";
import { badRequest, conflict } from "../error";
import { idOf, newId } from "../id";
import { needReach } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { advanceRun } from "./advance";
import { bookOf, writeBook } from "./book";
import { previewOf, runInput } from "./preview";
import { BillingRun, runSchema } from "./run.entity";

const runView = runSchema.omit({ cursor: true, heldUntil: true });

/** Milliseconds a request works on a run itself before it leaves it to the schedule. */
const patience = 2_500;

const startInput = z.strictObject({
  ...runInput,
  /** Whether residents get the notice with their link. */
  notify: z.boolean().default(true),
  /** What the preview said; the run does not begin when it would do something else by now. */
  expect: z.strictObject({ bills: z.int().min(0), sum: z.int().min(0) }).optional(),
});

/** Begins a run; its first step is yet to be taken. */
export const beginRun = verb({
  name: "fee.beginRun",
  may: "fee.manage",
  input: startInput,
  output: runView,
  run: async ({ notify, expect, ...asked }, work) => {
    const { projectId, period } = asked;
    const book = await bookOf(projectId);
    await refuseRunning(book.billed[period]);
    const preview = await previewOf(asked);
    if (preview.standards.every((standard) => standard.fenPerM2 === 0))
      throw badRequest("period: no charge standard is in force in this month", "period");
    if (expect && (expect.bills !== preview.bills || expect.sum !== preview.sum))
      throw conflict("Houses or standards have changed since the preview; please look again", "expect");
    const runId = newId("billingRun");
    writeBook(work, book, { billed: { ...book.billed, [period]: runId } });
    work.about(runId, projectId, { period, bills: preview.bills, sum: preview.sum });
    return work.create(BillingRun, {
      ...{ runId, projectId, period, notify },
      ...{ dueOn: preview.dueOn, standards: preview.standards, houses: preview.houses },
      ...{ reminders: book.reminders, reminderDays: book.reminderDays },
      ...{
        seen: 0,
        billed: 0,
        sum: 0,
        developerBilled: 0,
        developerSum: 0,
        alreadyBilled: 0,
        nothingToBill: 0,
      },
      state: "running",
      by: actorRef(useActor()),
      startedAt: work.now,
    });
  },
});

async function refuseRunning(runId: string | undefined) {
  const last = runId && (await BillingRun.get({ runId }));
  if (last && last.state === "running") throw conflict("A run for this month is under way");
}

/**
 * Starts a run. The answer is the run as it was begun; small ones are done by the time it comes, large ones go on by
 * schedule: `getRun` tells how far they are. A repeated run bills only houses that have no bill for the month.
 */
export const startRun = verb({
  name: "fee.startRun",
  may: "fee.manage",
  input: startInput,
  output: runView,
  run: async (input) => {
    const run = await beginRun(input);
    // The run is begun whatever happens now; what stops this step, the schedule meets and reports.
    await advanceRun(run.runId, patience).catch(() => undefined);
    return run;
  },
});

/**
 * Tells how far a run is, and works on it for a moment if nobody does, so that whoever watches need not wait for the
 * schedule.
 */
export const continueRun = verb({
  name: "fee.continueRun",
  may: "fee.manage",
  input: z.strictObject({ runId: idOf("billingRun") }),
  output: runView,
  run: async ({ runId }, work) => {
    const run = await BillingRun.need({ runId });
    needReach(run.projectId);
    const held = run.heldUntil !== undefined && run.heldUntil > work.now;
    if (run.state === "done" || held) return run;
    await advanceRun(runId, patience);
    return BillingRun.need({ runId });
  },
});

/** How far a run is. */
export const getRun = verb({
  name: "fee.getRun",
  may: "fee.read",
  input: z.strictObject({ runId: idOf("billingRun") }),
  output: runView,
  run: async ({ runId }) => {
    const run = await BillingRun.need({ runId });
    needReach(run.projectId);
    return run;
  },
});

/** A project's runs, the latest month first. */
export const listRuns = verb({
  name: "fee.listRuns",
  may: "fee.read",
  input: z.strictObject({ projectId: idOf("project"), ...pageInput }),
  output: z.object({ items: z.array(runView), cursor: z.string().optional() }),
  run: async ({ projectId, ...request }) => {
    await needProject(projectId);
    return BillingRun.query("gsi1", [projectId, "billingRun"], { ...request, reverse: true });
  },
});
