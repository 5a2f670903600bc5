import * as z from "zod";
import { instant, localDate } from "../clock";
import { idOf } from "../id";
import { trade } from "../member/member.entity";
import { entity, type ItemOf } from "../table/entity";
import { categoryCode, ticketKind, urgency } from "../ticket/kind";
import { orderStates } from "../ticket/order.states";
import { handoverStates } from "./states";

/** So much open work one handover holds at most, the most pressing first. */
export const mostWork = 100;
export const remark = z.string().trim().min(1).max(500);

/** What was open when a shift was handed over: a work order, or a ticket that nobody has been given yet. */
export const openWorkSchema = z.object({
  ticketId: idOf("ticket"),
  order: z.int().optional(),
  number: z.string(),
  kind: ticketKind,
  category: categoryCode,
  urgency,
  houseCode: z.string().optional(),
  /** The beginning of what was reported. */
  words: z.string().max(200),
  orderState: z.enum(orderStates).optional(),
  /** Who has it; what waits for anybody of a trade stays where everybody of it sees it. */
  holderId: z.string().optional(),
  holderName: z.string().optional(),
  dueAt: instant,
});
export type OpenWork = z.output<typeof openWorkSchema>;

const itemSchema = openWorkSchema.extend({
  note: remark.optional(),
  /** What became of it when the shift was taken over: the taker has it, or it had been settled by then. */
  became: z.enum(["moved", "settled"]).optional(),
});

/** That one shift gave its open work to the next: who gave it, who took it, and what there was to say of it. */
export const handoverSchema = z.object({
  handoverId: idOf("handover"),
  rosterId: idOf("roster"),
  rosterName: z.string(),
  projectId: idOf("project"),
  trade,
  /** The shift that ends; none where somebody gives who was on no shift. */
  shiftName: z.string().optional(),
  shiftDate: localDate.optional(),
  state: z.enum(handoverStates),
  fromId: idOf("member"),
  fromName: z.string(),
  note: remark.optional(),
  items: z.array(itemSchema).max(mostWork),
  givenAt: instant,
  toId: idOf("member").optional(),
  toName: z.string().optional(),
  takenAt: instant.optional(),
  withdrawnAt: instant.optional(),
});

/** Found by its id; of a roster (gsi1), the newest last. */
export const Handover = entity({
  name: "handover",
  schema: handoverSchema,
  key: (key: { handoverId: string }) => [[key.handoverId], "handover"],
  indexes: { gsi1: ({ rosterId, handoverId }) => [["handover", rosterId], handoverId] },
});
export type HandoverItem = ItemOf<typeof Handover>;
