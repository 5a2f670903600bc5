import * as z from "zod";
import { instant, localDate } from "../clock";
import { idOf } from "../id";
import { positiveFen } from "../money";
import { entity } from "../table/entity";
import { bookLimit, debtor, feeMonth } from "./terms";

/**
 * What a house owes and has in hand, for its residents and (unsold) for its developer apart. Kept in the same
 * transaction as the bills and payments it lists; whoever moves the house's money changes it, so that two at once
 * cannot.
 */
export const accountSchema = z.object({
  houseId: idOf("house"),
  projectId: idOf("project"),
  houseCode: z.string(),
  debtor,
  /** Bills with something outstanding, the first due first. */
  open: z
    .array(
      z.object({
        ...{ billId: idOf("bill"), period: feeMonth, dueOn: localDate, outstanding: positiveFen },
        /** It is for paid service. */
        service: z.literal(true).optional(),
      }),
    )
    .max(bookLimit),
  owed: z.int().min(0),
  oldestDueOn: localDate.optional(),
  /** Payments with money not yet allocated: the house's prepayment. */
  credits: z.array(z.object({ paymentId: idOf("payment"), amount: positiveFen })).max(bookLimit),
  credit: z.int().min(0),
  /** Set while a prepayment waits to be allocated, or a bill for its notice until that has been. */
  settleAt: instant.optional(),
  /** The one living link to the statement, and whose it is: a new receiver gets a new one. */
  link: z.object({ token: z.string(), residentId: idOf("resident"), expires: instant }).optional(),
  /** Bills that a reminder already spoke of but that are yet to be marked: more than one transaction holds. */
  spokenOf: z.array(idOf("bill")).max(bookLimit).optional(),
});

const padded = (amount: number) => String(amount).padStart(15, "0");

/** Who owes in a project: by amount (gsi1), by the oldest due date (gsi2). */
export const FeeAccount = entity({
  name: "feeAccount",
  schema: accountSchema,
  key: (key: { houseId: string; debtor: string }) => [[key.houseId, "fee"], `account#${key.debtor}`],
  indexes: {
    gsi1: (account) =>
      account.owed > 0
        ? [[account.projectId, "owing", account.debtor], `${padded(account.owed)}#${account.houseCode}`]
        : undefined,
    gsi2: (account) =>
      account.oldestDueOn
        ? [[account.projectId, "owingSince", account.debtor], `${account.oldestDueOn}#${account.houseCode}`]
        : undefined,
  },
  due: (account) => (account.settleAt ? { kind: "feeCredit", at: account.settleAt } : undefined),
});
