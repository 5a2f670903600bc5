import * as z from "zod";
import { idOf } from "../id";
import { entity } from "../table/entity";

/** How a project bills. */
export const feeSettingsSchema = z.object({
  /** Days after the last day of the period by which a bill is due. */
  dueDays: z.int().min(0).max(90).default(0),
  /** Whether an overdue bill gets its one friendly reminder, and how many days after it was due. */
  reminders: z.boolean().default(true),
  reminderDays: z.int().min(1).max(90).default(7),
  /** Where and how to pay, in the firm's words; stands on every statement. */
  payNote: z.string().trim().max(500).optional(),
});

/**
 * One per project: its settings, and which run billed which month last. Whoever changes standards or starts a run
 * changes it, so that of two at once only one goes through.
 */
export const FeeBook = entity({
  name: "feeBook",
  schema: feeSettingsSchema.extend({
    projectId: idOf("project"),
    billed: z.record(z.string(), idOf("billingRun")).default({}),
  }),
  key: (key: { projectId: string }) => [[key.projectId, "fee"], "book"],
});
