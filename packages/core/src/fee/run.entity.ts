import * as z from "zod";
import { instant, localDate } from "../clock";
import { idOf } from "../id";
import { fen } from "../money";
import { entity } from "../table/entity";
import { linesLimit } from "./bill.entity";
import { standardSchema } from "./standard.entity";
import { feeMonth } from "./terms";

const count = z.int().min(0);

/** How far a run has come. Seen = billed + skipped; `houses` is how many there were when it began. */
const progressSchema = z.object({
  houses: count,
  seen: count,
  billed: count,
  sum: fen,
  /** Of these, bills for the developer of unsold houses. */
  developerBilled: count,
  developerSum: fen,
  /** Houses that had a bill for the month, and those whose price × area comes to nothing. */
  alreadyBilled: count,
  nothingToBill: count,
});

/** Makes one bill a house for a project and month, by the standards as they were when it began. */
export const runSchema = z.object({
  runId: idOf("billingRun"),
  projectId: idOf("project"),
  period: feeMonth,
  dueOn: localDate,
  standards: z
    .array(standardSchema.pick({ standardId: true, item: true, fenPerM2: true }))
    .min(1)
    .max(linesLimit),
  /** Whether residents get the notice. */
  notify: z.boolean(),
  reminders: z.boolean(),
  reminderDays: z.int(),
  state: z.enum(["running", "done"]),
  ...progressSchema.shape,
  cursor: z.string().optional(),
  /** While somebody works on it, so that others leave it alone; past when they stopped or were killed. */
  heldUntil: instant.optional(),
  by: z.string(),
  startedAt: instant,
  finishedAt: instant.optional(),
});

/** Runs of a project by month (gsi1). A running one is due whenever nobody works on it, until it is done. */
export const BillingRun = entity({
  name: "billingRun",
  schema: runSchema,
  key: (key: { runId: string }) => [[key.runId], "run"],
  indexes: { gsi1: (run) => [[run.projectId, "billingRun"], `${run.period}#${run.runId}`] },
  due: (run) =>
    run.state === "running" ? { kind: "billingRun", at: run.heldUntil ?? run.startedAt } : undefined,
});
