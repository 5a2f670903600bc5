import * as z from "zod";
import { instant, localDate } from "../clock";
import { derivedId, idOf } from "../id";
import { fen, positiveFen } from "../money";
import { priceNames, unitPrice } from "../price-list/price.entity";
import { quantity, unit } from "../price-list/unit";
import { entity } from "../table/entity";
import { debtor, decisionLimit, feeMonth, item, reason } from "./terms";

export const billStatuses = ["open", "settled", "cancelled"] as const;

/** So many items a bill has at most. */
export const linesLimit = 40;

/** One item on a bill, as it was when the bill was made: price × area, or what an import brought. */
export const lineSchema = z.object({
  item,
  amount: fen,
  standardId: idOf("chargeStandard").optional(),
  fenPerM2: z.int().min(0).optional(),
  /** 1/100 m² */
  areaHundredths: z.int().min(1).optional(),
  /** Of paid service: what was agreed to, amount = unitFen × hundredths / 100. */
  agreed: z.object({ names: priceNames, unit, hundredths: quantity, unitFen: unitPrice }).optional(),
  /** Of an opening line: what had been paid before the system was taken into use, fen. */
  paidBefore: fen.optional(),
});

const decided = { reason, by: z.string(), at: instant };

/**
 * What a house owes for a month. outstanding = amount − waived − paid, and 0 once cancelled; paid is the sum of the
 * bill's allocations. All that figures need stands on it.
 */
export const billSchema = z.object({
  billId: idOf("bill"),
  projectId: idOf("project"),
  houseId: idOf("house"),
  houseCode: z.string(),
  number: z.string(),
  period: feeMonth,
  /** 1, and one more for each bill made anew after a cancelled one. */
  revision: z.int().min(1),
  /** Made by a run, taken in when the system was taken into use, or for paid service, which is no property fee. */
  origin: z.enum(["run", "opening", "service"]),
  /** Of paid service: the ticket it was done on. */
  ticketId: idOf("ticket").optional(),
  runId: idOf("billingRun").optional(),
  debtor,
  lines: z.array(lineSchema).min(1).max(linesLimit),
  amount: positiveFen,
  waivers: z.array(z.object({ amount: positiveFen, ...decided })).max(decisionLimit),
  waived: fen,
  paid: fen,
  outstanding: fen,
  status: z.enum(billStatuses),
  cancelled: z.object(decided).optional(),
  dueOn: localDate,
  issuedAt: instant,
  /** The notice waits until the house's prepayment has been allocated, so that it asks for what is left. */
  awaitsNotice: z.boolean().optional(),
  /** When the notice was put on its way. */
  noticedAt: instant.optional(),
  /** When the one friendly reminder is due, and when it was sent. */
  remindAt: instant.optional(),
  remindedAt: instant.optional(),
});

/** The same id for the same house and month, however often a run is repeated. */
export const billIdOf = (houseId: string, period: string, revision = 1) =>
  revision === 1 ? derivedId("bill", houseId, period) : derivedId("bill", houseId, period, String(revision));

/** The one bill of what was agreed to, however often its work is reported done. */
export const serviceBillIdOf = (ticketId: string, quote: number) =>
  derivedId("bill", "service", ticketId, String(quote));

/** Bills of a house by month (gsi1); of a project by month, status and house (gsi2). Its allocations lie with it. */
export const Bill = entity({
  name: "bill",
  schema: billSchema,
  key: (key: { billId: string }) => [[key.billId], "bill"],
  indexes: {
    gsi1: (bill) => [[bill.houseId, "bill"], `${bill.period}#${bill.revision}`],
    gsi2: (bill) => [
      [bill.projectId, "bill"],
      `${bill.period}#${bill.status}#${bill.houseCode}#${bill.revision}`,
    ],
  },
  due: (bill) =>
    bill.status === "open" && bill.remindAt && !bill.remindedAt
      ? { kind: "billReminder", at: bill.remindAt }
      : undefined,
});

/** The last number given to a bill of a project and month. */
export const BillNumbers = entity({
  name: "billNumbers",
  schema: z.object({ projectId: idOf("project"), period: feeMonth, last: z.int().min(0) }),
  key: (key: { projectId: string; period: string }) => [[key.projectId, "billNumbers"], key.period],
});
