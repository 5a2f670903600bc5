import * as z from "zod";
import { shiftSchema, someDays } from "../calendar/calendar";
import { instant, localDate } from "../clock";
import { idOf } from "../id";
import { trade } from "../member/member.entity";
import { entity, type ItemOf } from "../table/entity";

const memberIds = z.array(idOf("member")).max(20);

/** A shift of a roster: on which days it begins, from when to when, and who is on it. */
export const rosterShiftSchema = z.strictObject({
  /** Stays its own as long as there is the shift. */
  shift: z.int().min(1).max(999),
  name: z.string().trim().min(1).max(20),
  days: someDays,
  ...shiftSchema.shape,
  memberIds,
});
export type RosterShift = z.output<typeof rosterShiftSchema>;

/** On one date others are on a shift than usual; nobody: it does not take place. */
const exceptionSchema = z.strictObject({ date: localDate, shift: z.int().min(1).max(999), memberIds });

export const shifts = z
  .array(rosterShiftSchema)
  .min(1)
  .max(12)
  .refine((all) => new Set(all.map(({ shift }) => shift)).size === all.length, "names the same shift twice");
export const mostExceptions = 200;

/** Who is on duty in a project for a trade, and when. */
export const rosterSchema = z.object({
  rosterId: idOf("roster"),
  projectId: idOf("project"),
  name: z.string().trim().min(1).max(40),
  trade,
  shifts,
  exceptions: z.array(exceptionSchema).max(mostExceptions),
  /** The handover under way: one at a time. */
  handoverId: idOf("handover").optional(),
  createdAt: instant,
});

/** All rosters of a tenant lie in one partition: a firm has some for each project. */
export const Roster = entity({
  name: "roster",
  schema: rosterSchema,
  key: (key: { rosterId: string }) => [["roster"], key.rosterId],
});
export type RosterItem = ItemOf<typeof Roster>;
