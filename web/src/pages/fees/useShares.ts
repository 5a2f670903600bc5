import { useState } from "react";
import { faultOf, type OpenBill, proposeShares, type ShareFault, type Shares } from "./allocation";
import { parseYuan, yuanText } from "./yuan";

export interface SharesState {
  /** Fen by bill, as they would be sent. */
  shares: Shares;
  /** What stands in a bill's field. */
  typedOf: (billId: string) => string;
  change: (billId: string, typed: string) => void;
  /** Back to the proposal; undefined while it stands. */
  reset: (() => void) | undefined;
  fault: ShareFault | "notMoney" | undefined;
  /** For the server, when the payer's word replaces the law's order; undefined leaves the order to it. */
  asTyped: { billId: string; amount: number }[] | undefined;
}

/** How a payment is spread over bills: by proposal until somebody types otherwise. */
export function useShares(amount: number, bills: readonly OpenBill[]): SharesState {
  const [typed, setTyped] = useState<Readonly<Record<string, string>> | null>(null);
  const proposed = proposeShares(amount, bills);
  const proposedText = (billId: string) => {
    const fen = proposed[billId] ?? 0;
    return fen > 0 ? yuanText(fen) : "";
  };
  const typedOf = (billId: string) => (typed === null ? proposedText(billId) : (typed[billId] ?? ""));
  const read = bills.map(({ billId }) => ({
    billId,
    fen: typedOf(billId).trim() === "" ? 0 : parseYuan(typedOf(billId)),
  }));
  const shares: Shares =
    typed === null
      ? proposed
      : Object.fromEntries(read.flatMap(({ billId, fen }) => (fen ? [[billId, fen]] : [])));
  const unreadable = typed !== null && read.some(({ fen }) => fen === undefined);
  // Before an amount is typed there is nothing to be wrong about.
  const fault = unreadable
    ? "notMoney"
    : amount > 0 || typed !== null
      ? faultOf(amount, bills, shares)
      : undefined;
  return {
    shares,
    typedOf,
    change: (billId, value) =>
      setTyped({
        ...Object.fromEntries(bills.map((bill) => [bill.billId, typedOf(bill.billId)])),
        [billId]: value,
      }),
    reset: typed === null ? undefined : () => setTyped(null),
    fault,
    asTyped:
      typed === null || bills.length === 0
        ? undefined
        : Object.entries(shares).map(([billId, part]) => ({ billId, amount: part })),
  };
}
