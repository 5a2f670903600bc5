import * as z from "zod";
import { instant } from "../clock";
import { trade } from "../member/member.entity";
import { unitPrice } from "../price-list/price.entity";
import { quantity, unit } from "../price-list/unit";
import { entity, type ItemOf } from "../table/entity";
import { isLive, orderStates, pauseCauses } from "./order.states";
import { ticketSummary } from "./summary";
import { note, photos } from "./ticket.entity";

/** A ticket has so many orders at most. */
export const maxOrders = 20;
/** The newest are kept on the order; the history has them all. */
export const keptPauses = 20;

export const pauseSchema = z.object({
  from: instant,
  to: instant.optional(),
  reason: note,
  /** Earlier versions did not ask for it. */
  cause: z.enum(pauseCauses).optional(),
});

/** What was used up by the work; what is free costs nothing. Only what a resident agreed to is charged. */
export const materialSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  unit,
  hundredths: quantity,
  unitFen: unitPrice,
});
export const maxMaterials = 30;

/** The part of a ticket that is one trade's or one person's work. */
export const orderSchema = z.object({
  ticketId: z.string(),
  order: z.int().min(1).max(99),
  projectId: z.string(),
  trade: trade.optional(),
  assigneeId: z.string().optional(),
  assigneeName: z.string().max(60).optional(),
  state: z.enum(orderStates),
  /** When the ticket's completion clock runs out. */
  dueAt: instant,
  /** What is asked, where the ticket's words do not say it. */
  asked: note.optional(),
  /** When the resident expects somebody. */
  appointmentAt: instant.optional(),
  acceptedAt: instant.optional(),
  arrivedAt: instant.optional(),
  startedAt: instant.optional(),
  doneAt: instant.optional(),
  /** What was done. */
  outcome: note.optional(),
  photos: photos.optional(),
  materials: z.array(materialSchema).max(maxMaterials).optional(),
  pauses: z.array(pauseSchema).max(keptPauses).optional(),
  /** What its worklists show of the ticket, as long as it stands in them; earlier versions kept it not. */
  ticket: ticketSummary.optional(),
});
export type OrderFields = z.output<typeof orderSchema>;

/** Where an order stands in its worklists; what earlier versions wrote had one order a ticket. */
export const placeOf = ({ dueAt, ticketId, order }: OrderFields) =>
  order === 1 ? `${dueAt}#${ticketId}` : `${dueAt}#${ticketId}#${order}`;

/**
 * Worklists by due time: a person's, or that of a trade in a project while nobody took it (gsi1), and of a trade in
 * all projects (gsi2).
 */
export const WorkOrder = entity({
  name: "workOrder",
  hiddenBy: ({ ticketId }) => ticketId,
  packed: true,
  schema: orderSchema,
  key: (key: { ticketId: string; order: number }) => [
    [key.ticketId],
    `order#${String(key.order).padStart(2, "0")}`,
  ],
  indexes: {
    gsi1: (order) => {
      if (!isLive(order.state)) return undefined;
      if (order.assigneeId) return [["work", order.assigneeId], placeOf(order)];
      return order.trade ? [["pool", order.projectId, order.trade], placeOf(order)] : undefined;
    },
    gsi2: (order) =>
      isLive(order.state) && order.trade && !order.assigneeId
        ? [["pool", order.trade], placeOf(order)]
        : undefined,
  },
});
export type OrderItem = ItemOf<typeof WorkOrder>;
