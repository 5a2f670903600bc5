import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { fen, positiveFen } from "../money";
import { entity } from "../table/entity";
import { bookLimit, debtor, decisionLimit, feeMonth, method, reason } from "./terms";

/** What the bank or the app calls a transfer. */
export const reference = z.string().trim().min(1).max(80);

const decided = { reason, by: z.string(), at: instant };

/**
 * Money that came in for a house. amount = allocated + refunded + unallocated; once cancelled (it never came) all
 * three are 0. `covers` is what lies on which bill now, net.
 */
export const paymentSchema = z.object({
  paymentId: idOf("payment"),
  /** The receipt's number. */
  number: z.string(),
  projectId: idOf("project"),
  houseId: idOf("house"),
  houseCode: z.string(),
  debtor,
  method,
  amount: positiveFen,
  receivedAt: instant,
  reference: reference.optional(),
  payer: z.string().trim().max(60).optional(),
  note: z.string().trim().max(300).optional(),
  covers: z.array(z.object({ billId: idOf("bill"), period: feeMonth, amount: positiveFen })).max(bookLimit),
  allocated: fen,
  refunds: z.array(z.object({ amount: positiveFen, method, ...decided })).max(decisionLimit),
  refunded: fen,
  unallocated: fen,
  state: z.enum(["recorded", "refunded", "cancelled"]),
  cancelled: z.object(decided).optional(),
  by: z.string(),
  createdAt: instant,
});

/** Payments of a house (gsi1) and of a project (gsi2), by when the money came. */
export const Payment = entity({
  name: "payment",
  schema: paymentSchema,
  key: (key: { paymentId: string }) => [[key.paymentId], "payment"],
  indexes: {
    gsi1: (payment) => [[payment.houseId, "payment"], `${payment.receivedAt}#${payment.paymentId}`],
    gsi2: (payment) => [[payment.projectId, "payment"], `${payment.receivedAt}#${payment.paymentId}`],
  },
});

/** The first payment that named a reference: the next one that does is asked about. */
export const PaymentReference = entity({
  name: "paymentReference",
  schema: z.object({ method, reference, paymentId: idOf("payment"), projectId: idOf("project") }),
  key: (key: { method: string; reference: string }) => [
    ["paymentReference", key.method, key.reference],
    "reference",
  ],
});
