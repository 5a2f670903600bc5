import { log } from "@frontdesk/core/log";
import { enqueueMessage, queueDepth } from "@frontdesk/core/message/queue";
import { schedules } from "../schedule/index";
import { type Invocation, invoked } from "./invocation";

/** Lambda's context, of which only the time left is looked at. */
type Remaining = Invocation & { getRemainingTimeInMillis: () => number };

/** Time to come to a place where what runs long can be left. */
const reserveMs = 30_000;

/** While so many messages wait, what is due would only be put into the queue a second time. */
const queueIsFull = 1_000;

/** Runs the schedule that the clock names. A failure is thrown, for the clock to try again and then to set aside. */
export const handler = invoked(async ({ schedule: name }: { schedule: string }, context: Remaining) => {
  const schedule = Object.hasOwn(schedules, name) ? schedules[name] : undefined;
  if (!schedule) throw new Error(`There is no schedule "${name}"`);
  if (name === "messages" && (await queueDepth()) >= queueIsFull) return;
  const stopping = AbortSignal.timeout(Math.max(1, context.getRemainingTimeInMillis() - reserveMs));
  const result = await schedule.run(enqueueMessage, stopping);
  log("info", { schedule: name, result });
});
