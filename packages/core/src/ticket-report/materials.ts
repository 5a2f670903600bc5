import { groupBy } from "../group";
import { timesHundredths } from "../money";
import { quantityText, type Unit, unitWords } from "../price-list/unit";
import type { Locale } from "../tenant/tenant.entity";
import { type OrderItem, WorkOrder } from "../ticket/order.entity";
import type { TicketItem } from "../ticket/ticket.entity";

/** The work orders of some tickets by ticket id: so many reads in hundreds as the most of one. */
export async function ordersOf(tickets: readonly TicketItem[]): Promise<Map<string, OrderItem[]>> {
  const found: OrderItem[] = [];
  // A ticket's orders are numbered from 1 on, without a gap.
  let ids = tickets.map(({ ticketId }) => ticketId);
  for (let order = 1; ids.length > 0; order++) {
    const some = await WorkOrder.batch(
      ids.map((ticketId) => ({ ticketId, order })),
      { consistent: false },
    );
    found.push(...some);
    ids = some.map(({ ticketId }) => ticketId);
  }
  return groupBy(found, ({ ticketId }) => ticketId);
}

/** "Hose 1.5 metre" */
export const counted = (name: string, unit: Unit, hundredths: number, locale: Locale) =>
  `${name} ${quantityText(hundredths)} ${unitWords[locale][unit]}`;

export const listed = (texts: readonly string[]) => (texts.length > 0 ? texts.join("; ") : null);

/** What was noted as used up by a ticket's work, order by order, and what it is worth in yuan; null for nothing. */
export function materialCells(orders: readonly OrderItem[], locale: Locale) {
  const used = [...orders].sort((a, b) => a.order - b.order).flatMap(({ materials = [] }) => materials);
  const worth = used.reduce((sum, { unitFen, hundredths }) => sum + timesHundredths(unitFen, hundredths), 0);
  return {
    used: listed(used.map(({ name, unit, hundredths }) => counted(name, unit, hundredths, locale))),
    usedWorth: used.length > 0 ? worth / 100 : null,
  };
}
