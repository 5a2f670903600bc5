import * as z from "zod";
import { epochOf, instant, plus } from "../clock";
import { idOf } from "../id";
import { entity, type ItemOf } from "../table/entity";
import { extension } from "./telephone.entity";

/** A call goes on in this order and never back; some of it may not be reported. */
export const callStates = ["ringing", "answered", "ended"] as const;
export type CallState = (typeof callStates)[number];

/** A house whose people have the caller's number, and who of them. */
export const callerSchema = z.object({
  houseId: z.string(),
  projectId: z.string(),
  houseCode: z.string(),
  residentId: z.string().optional(),
  name: z.string().optional(),
});
export const mostCallers = 5;

export const callSchema = z.object({
  /** As the telephone system names it. */
  callId: z.string().regex(/^[\x21-\x7e]{1,100}$/, "must be 1 to 100 visible ASCII characters"),
  /** The caller's number as it was given; empty where it is withheld. */
  from: z.string().trim().max(40),
  to: extension,
  state: z.enum(callStates),
  /** When it was first heard of, and last. */
  at: instant,
  changedAt: instant,
  /** Who is at the line that was called, as it stood then. */
  projectId: idOf("project").optional(),
  memberIds: z.array(z.string()),
  callers: z.array(callerSchema).max(mostCallers),
});

/** A call is remembered for an hour; it is longer than a signature holds, so that no report of it counts twice. */
export const keptMinutes = 60;

/** Those that are not over lie in one list, by their time (gsi1). */
export const Call = entity({
  name: "call",
  schema: callSchema,
  key: (key: { callId: string }) => [["call"], key.callId],
  indexes: {
    gsi1: ({ state, at, callId }) => (state === "ended" ? undefined : [["call"], `${at}#${callId}`]),
  },
  expires: ({ changedAt }) => epochOf(plus(changedAt, { minutes: keptMinutes })),
});
export type CallItem = ItemOf<typeof Call>;
