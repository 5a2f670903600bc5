/** A bill with something open, in fen. */
export interface OpenBill {
  billId: string;
  dueOn: string;
  outstanding: number;
}

/** How much of a payment goes on which bill, in fen. */
export type Shares = Readonly<Record<string, number>>;

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/**
 * The server's own order, shown before it is asked (Civil Code 560): what is due before what is not, the older before
 * the newer, of the same day in proportion; never more on a bill than is open. Bills that get nothing are left out.
 */
export function proposeShares(amount: number, bills: readonly OpenBill[]): Shares {
  const shares: Record<string, number> = {};
  let left = amount;
  for (const day of [...new Set(bills.map((bill) => bill.dueOn))].sort()) {
    const same = bills.filter((bill) => bill.dueOn === day);
    const given = Math.min(left, sum(same.map((bill) => bill.outstanding)));
    for (const [billId, part] of inProportion(given, same)) if (part > 0) shares[billId] = part;
    left -= given;
  }
  return shares;
}

/** Whole fen in proportion to what is open; the fen that rounding leaves go where it took the most. */
function inProportion(amount: number, bills: readonly OpenBill[]): [billId: string, part: number][] {
  const total = BigInt(sum(bills.map((bill) => bill.outstanding)));
  if (total === 0n) return [];
  const parts = bills.map(({ billId, outstanding }) => {
    const product = BigInt(amount) * BigInt(outstanding);
    return { billId, whole: Number(product / total), rest: product % total };
  });
  const left = amount - sum(parts.map((part) => part.whole));
  return parts
    .toSorted((a, b) => Number(b.rest - a.rest) || (a.billId < b.billId ? -1 : 1))
    .map(({ billId, whole }, index) => [billId, index < left ? whole + 1 : whole]);
}

/** What is wrong with shares that somebody typed; undefined when they can be sent. */
export type ShareFault = "moreThanBill" | "moreThanPayment" | "none";

/** Checks shares against the bills and the amount, as the server will. */
export function faultOf(amount: number, bills: readonly OpenBill[], shares: Shares): ShareFault | undefined {
  if (bills.some((bill) => (shares[bill.billId] ?? 0) > bill.outstanding)) return "moreThanBill";
  const total = totalOf(shares);
  if (total > amount) return "moreThanPayment";
  return total === 0 && bills.length > 0 ? "none" : undefined;
}

/** Fen that lie on bills. */
export const totalOf = (shares: Shares): number => sum(Object.values(shares));

/** What stays in the house's hand after a payment, and what stays open on its bills, in fen. */
export const remainders = (amount: number, bills: readonly OpenBill[], shares: Shares) => ({
  credit: amount - totalOf(shares),
  open: sum(bills.map((bill) => bill.outstanding)) - totalOf(shares),
});
