import * as z from "zod";
import { epochOf, instant, localDate, plus } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";

const keptDays = 30;
const expires = ({ dueAt }: { dueAt: string }) => epochOf(plus(dueAt, { days: keptDays }));
const ofDay = ({ projectId, day }: { projectId: string; day: string }) => [projectId, "dayCheck", day];

const schema = z.object({
  projectId: idOf("project"),
  /** The local day in whose evening it is looked at. */
  day: localDate,
  dueAt: instant,
});

/** The evening's look at a project's dispatches: there is one on days with any. In the due index until it was taken. */
export const DayCheck = entity({
  name: "dayCheck",
  schema: schema.extend({ takenAt: instant.optional() }),
  key: (key: { projectId: string; day: string }) => [ofDay(key), "check"],
  due: ({ dueAt, takenAt }) => (takenAt ? undefined : { kind: "dayCheck", at: dueAt }),
  expires,
});

/** A ticket of an earlier day that was given out on a day, beside the day's check. */
export const Dispatched = entity({
  name: "dispatched",
  schema: schema.extend({ ticketId: idOf("ticket") }),
  key: (key: { projectId: string; day: string; ticketId: string }) => [ofDay(key), key.ticketId],
  expires,
});
