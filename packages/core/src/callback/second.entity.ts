import * as z from "zod";
import { instant, month } from "../clock";
import { entity, type ItemOf } from "../table/entity";
import { type CallbackItem, callbackSchema } from "./callback.entity";

/** lapsed: the month went by in which it was to be made. */
const secondStates = ["due", "done", "lapsed"] as const;

/** A callback that headquarters makes once more, of a sample drawn of those who said that they are satisfied. */
export const secondSchema = callbackSchema
  .pick({
    ticketId: true,
    completion: true,
    projectId: true,
    houseId: true,
    houseCode: true,
    number: true,
    kind: true,
    category: true,
    reporterName: true,
    reporterPhone: true,
    outcome: true,
    workerIds: true,
    paid: true,
    completedAt: true,
    dueAt: true,
    attempts: true,
    tries: true,
    nextAt: true,
  })
  .extend({
    /** The month it is drawn of. */
    month,
    /** Who made the first callback; nobody where the link was answered. */
    calledBy: z.string().optional(),
    state: z.enum(secondStates),
    doneAt: instant.optional(),
  });

/** The worklist of headquarters by due time (gsi2); in the due index until its month is over. */
export const SecondCallback = entity({
  name: "secondCallback",
  hiddenBy: ({ ticketId }) => ticketId,
  schema: secondSchema,
  key: (key: { ticketId: string; completion: number }) => [
    [key.ticketId],
    `second#${String(key.completion).padStart(2, "0")}`,
  ],
  indexes: {
    gsi2: ({ state, projectId, ticketId }) =>
      state === "due" ? [["secondCallback"], `${projectId}#${ticketId}`] : undefined,
  },
  due: ({ state, dueAt }) => (state === "due" ? { kind: "secondCallback", at: dueAt } : undefined),
});
export type SecondItem = ItemOf<typeof SecondCallback>;

/** The second callback of a first one that was drawn. */
export function secondOf(first: CallbackItem, of: string, dueAt: string): z.input<typeof secondSchema> {
  const { ticketId, completion, projectId, houseId, houseCode, number, kind, category } = first;
  const { reporterName, reporterPhone, outcome, workerIds, paid, completedAt, attempts } = first;
  const place = { ticketId, completion, projectId, houseId, houseCode, number, kind, category };
  const calledBy = attempts.find(({ reached }) => reached)?.by;
  return {
    ...{ ...place, reporterName, reporterPhone, outcome, workerIds, paid, completedAt },
    ...{ calledBy, month: of, dueAt, state: "due" },
  };
}
