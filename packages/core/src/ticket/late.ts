import { plus } from "../clock";
import { type StepItem, stepsOf } from "./step.entity";

/** A step may be told so much later than it was done and still count from then; after that nobody knows any more. */
const lateHours = 24;
/** Told within this it is told at once: clocks of phones differ by as much. */
const atOnceMinutes = 2;

/** The time a phone told, where it may be believed by itself: past, yet no more than a day; else the present. */
export function believed(told: string | undefined, now: string): string {
  const at = told && new Date(told).toISOString();
  const [first, last] = [plus(now, { hours: -lateHours }), plus(now, { minutes: -atOnceMinutes })];
  return at && at >= first && at <= last ? at : now;
}

/** Of a ticket's history, what moves no work order. */
const beside: ReadonlySet<StepItem["action"]> = new Set([
  ...(["edit", "correct", "contact", "report", "add", "rate", "unreached"] as const),
]);

/** When a step counts as done; and, where a phone told it late, what it told and when it arrived. */
export type Times = { at: string; toldAt?: string; arrivedAt?: string };

/**
 * When a step on a work order counts as done: when the phone says, where that may be believed and does not lie before
 * the order's last step; else when it arrived. The history keeps both.
 */
export async function timesOf(
  told: string | undefined,
  now: string,
  { ticketId, order }: { ticketId: string; order: number },
): Promise<Times> {
  if (!told || !isLate(told, now)) return { at: now };
  const moving = (await stepsOf(ticketId)).filter((step) => !beside.has(step.action));
  const last = moving.findLast((step) => step.order === undefined || step.order === order);
  const at = believed(told, now);
  return { at: last && at < last.at ? now : at, toldAt: new Date(told).toISOString(), arrivedAt: now };
}

const isLate = (told: string, now: string) =>
  Math.abs(Date.parse(now) - Date.parse(told)) > atOnceMinutes * 60_000;
