import { sumOf } from "./terms";

/** A bill with something outstanding (fen, above 0), due on a local date. */
export type Debt = { billId: string; dueOn: string; outstanding: number };
/** So much of the money goes on this bill; fen, above 0. */
export type Share = { billId: string; amount: number };

/**
 * Spreads a payment over debts when the payer names none (Civil Code 560): what is due goes before what is not yet
 * due, the older before the newer, and what falls due on the same day is paid in proportion. No bill here weighs
 * heavier than another – none is secured, none bears interest – and so within a bill article 561 has nothing to
 * order either. Takes fen, gives fen: never more on a bill than is outstanding, never more in all than came in; what
 * is left over stays with the payer.
 */
export function allocateByLaw(amount: number, debts: readonly Debt[]): Share[] {
  const shares: Share[] = [];
  let left = amount;
  // Ordered by due date, all that is due stands before all that is not.
  for (const day of [...new Set(debts.map((debt) => debt.dueOn))].sort()) {
    const same = debts.filter((debt) => debt.dueOn === day);
    const given = Math.min(left, sumOf(same.map((debt) => debt.outstanding)));
    shares.push(...proportional(given, same));
    left -= given;
  }
  return shares.filter((share) => share.amount > 0);
}

/** Parts of `amount` in proportion to what is outstanding, whole fen; what rounding leaves goes to the largest rests. */
function proportional(amount: number, debts: readonly Debt[]): Share[] {
  const total = BigInt(sumOf(debts.map((debt) => debt.outstanding)));
  if (total === 0n) return [];
  const parts = debts.map(({ billId, outstanding }) => {
    const product = BigInt(amount) * BigInt(outstanding);
    return { billId, amount: Number(product / total), rest: product % total };
  });
  let left = amount - sumOf(parts.map((part) => part.amount));
  const byRest = parts.toSorted((a, b) => Number(b.rest - a.rest) || (a.billId < b.billId ? -1 : 1));
  for (const part of byRest) {
    if (left === 0) break;
    part.amount++;
    left--;
  }
  return parts.map(({ billId, amount: given }) => ({ billId, amount: given }));
}
