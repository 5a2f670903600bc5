import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { debtor, feeMonth, methods } from "./terms";

export const allocationKinds = [
  "payment",
  "prepayment",
  "opening",
  "refund",
  "cancelledPayment",
  "cancelledBill",
] as const;

/**
 * Money put on a bill, or (below zero) taken off it again. Never changed, never deleted: what was wrong is undone by
 * another one. The sum of a bill's allocations is what is paid of it.
 *
 * `at` is when it was written, `valueAt` the instant figures count it at:
 * - payment: when the money was received;
 * - prepayment: when it was allocated to the bill, since it counts only then (figures.md, Collection);
 * - opening: the end of the bill's month, see opening.ts;
 * - refund, cancelledPayment: when that was done, so that what was reported before stays as it was;
 * - cancelledBill: the instant of the allocation it undoes, since a cancelled bill is in nothing.
 */
export const allocationSchema = z.object({
  allocationId: idOf("allocation"),
  billId: idOf("bill"),
  /** None where money came before the system was taken into use. */
  paymentId: idOf("payment").optional(),
  projectId: idOf("project"),
  houseId: idOf("house"),
  houseCode: z.string(),
  /** The bill's number and month. */
  number: z.string(),
  period: feeMonth,
  debtor,
  /** On a bill of paid service. */
  service: z.literal(true).optional(),
  /** Fen. */
  amount: z.int().refine((amount) => amount !== 0),
  kind: z.enum(allocationKinds),
  method: z.enum([...methods, "opening"]),
  valueAt: instant,
  by: z.string(),
  at: instant,
});

/** With their bill; of a project by month (gsi1); of a payment (gsi2). */
export const Allocation = entity({
  name: "allocation",
  schema: allocationSchema,
  key: (key: { billId: string; allocationId: string }) => [[key.billId], `allocation#${key.allocationId}`],
  indexes: {
    gsi1: (one) => [[one.projectId, "allocation"], `${one.period}#${one.allocationId}`],
    gsi2: (one) => (one.paymentId ? [[one.paymentId, "allocation"], one.allocationId] : undefined),
  },
});
