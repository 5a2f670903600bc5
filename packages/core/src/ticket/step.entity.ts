import * as z from "zod";
import { instant } from "../clock";
import { trade } from "../member/member.entity";
import { entity } from "../table/entity";
import { actions, states } from "./states";
import { photos } from "./ticket.entity";

/** One step of a ticket's history: who did what, when. Written once, never changed. */
export const stepSchema = z.object({
  ticketId: z.string(),
  projectId: z.string(),
  /** 1 is the registration. */
  step: z.int().min(1).max(9_999),
  action: z.enum(["register", ...actions]),
  at: instant,
  by: z.string(),
  byName: z.string(),
  from: z.enum(states).optional(),
  to: z.enum(states),
  note: z.string().max(2_000).optional(),
  trade: trade.optional(),
  assigneeId: z.string().optional(),
  assigneeName: z.string().optional(),
  photos: photos.default([]),
});

export const Step = entity({
  name: "ticketStep",
  schema: stepSchema,
  key: (key: { ticketId: string; step: number }) => [
    [key.ticketId],
    `step#${String(key.step).padStart(4, "0")}`,
  ],
});
