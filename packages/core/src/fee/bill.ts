import type * as z from "zod";
import { endOfDate, plus } from "../clock";
import type { House } from "../house/house.entity";
import { timesHundredths } from "../money";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import type { Bill } from "./bill.entity";
import { BillNumbers } from "./bill.entity";
import type { standardSchema } from "./standard.entity";
import { numberOf, sumOf } from "./terms";

export type BillItem = ItemOf<typeof Bill>;
type Sums = Pick<BillItem, "amount" | "waivers" | "paid" | "cancelled">;
type Price = Pick<z.output<typeof standardSchema>, "standardId" | "item" | "fenPerM2">;

/** What follows from a bill's amounts; the only place where it is computed. */
export function sums({ amount, waivers, paid, cancelled }: Sums) {
  const waived = sumOf(waivers.map((waiver) => waiver.amount));
  const outstanding = cancelled ? 0 : amount - waived - paid;
  const status = cancelled ? "cancelled" : outstanding === 0 ? "settled" : "open";
  return { waived, outstanding, status } as const;
}

/** Changes of a bill, with all that follows from them. */
export const changed = (bill: BillItem, changes: Partial<BillItem>): Partial<BillItem> => ({
  ...changes,
  ...sums({ ...bill, ...changes }),
});

/** The lines of a house's bill: price × area, each rounded to whole fen. Lines of nothing are left out. */
export function charge(house: Pick<ItemOf<typeof House>, "areaHundredths">, prices: readonly Price[]) {
  const lines = prices.map(({ standardId, item, fenPerM2 }) => ({
    standardId,
    item,
    fenPerM2,
    areaHundredths: house.areaHundredths,
    amount: timesHundredths(fenPerM2, house.areaHundredths),
  }));
  const owed = lines.filter((line) => line.amount > 0);
  return { lines: owed, amount: sumOf(owed.map((line) => line.amount)) };
}

/** When a bill's reminder is due: so many days after its due date, or after it was made if that was later. */
export function remindAt(
  dueOn: string,
  issuedAt: string,
  zone: string,
  { reminders, reminderDays }: { reminders: boolean; reminderDays: number },
): string | undefined {
  if (!reminders) return undefined;
  const overdue = endOfDate(dueOn, zone);
  return plus(overdue > issuedAt ? overdue : issuedAt, { days: reminderDays });
}

/** Takes `count` bill numbers of a project and month in this work; a twin doing so too makes it a race. */
export async function takeNumbers(work: Work, projectId: string, period: string, count: number) {
  const counter = await BillNumbers.get({ projectId, period });
  const last = counter?.last ?? 0;
  if (counter) work.patch(BillNumbers, counter, { last: last + count });
  else work.create(BillNumbers, { projectId, period, last: count }, "race");
  return Array.from({ length: count }, (_, i) => numberOf("ZD", period, last + i + 1));
}
