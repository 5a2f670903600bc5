import * as z from "zod";
import { idOf } from "../id";
import { verb } from "../verb";
import { bookOf, writeBook } from "./book";
import { feeSettingsSchema } from "./book.entity";

const { dueDays, reminders, reminderDays, payNote } = feeSettingsSchema.shape;

/** How a project bills. */
export const getFeeSettings = verb({
  name: "fee.getSettings",
  may: "fee.read",
  input: z.strictObject({ projectId: idOf("project") }),
  output: feeSettingsSchema,
  run: ({ projectId }) => bookOf(projectId),
});

/** Changes how a project bills from the next run on; bills that exist keep their dates. */
export const changeFeeSettings = verb({
  name: "fee.changeSettings",
  may: "fee.manage",
  input: z.strictObject({
    projectId: idOf("project"),
    dueDays: dueDays.unwrap().optional(),
    reminders: reminders.unwrap().optional(),
    reminderDays: reminderDays.unwrap().optional(),
    payNote,
  }),
  output: feeSettingsSchema,
  run: async ({ projectId, ...changes }, work) => {
    const book = await bookOf(projectId);
    work.about(projectId, projectId, changes);
    return writeBook(work, book, changes);
  },
});
