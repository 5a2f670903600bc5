import { unconfided } from "../complaint/confidential";
import type { Duty } from "../roster/duty";
import type { RosterItem } from "../roster/roster.entity";
import { type OrderItem, WorkOrder } from "../ticket/order.entity";
import { summariesOf, type TicketSummary } from "../ticket/summary";
import { Ticket } from "../ticket/ticket.entity";
import { mostWork, type OpenWork } from "./handover.entity";

const shownWords = 200;

/**
 * The open work of a roster, the most pressing first: what those of the ending shift have, what waits for anybody of
 * the trade, and for the front desk the tickets that are still to be given out. A complaint about a member stands in no
 * record that several read: it stays with who has it.
 */
export async function openWorkOf(
  { projectId, trade }: RosterItem,
  holders: readonly string[],
): Promise<OpenWork[]> {
  const [pool, held, fresh] = await Promise.all([
    orders(["pool", projectId, trade]),
    Promise.all(holders.map((memberId) => orders(["work", memberId]))),
    trade === "front_desk" ? toDispatch(projectId) : [],
  ]);
  const all = [...held.flat().filter((one) => one.projectId === projectId), ...pool];
  const known = await summariesOf(all);
  const rows = [
    ...all.flatMap((order) => {
      const ticket = known.get(order.ticketId);
      return ticket ? [{ ...about(ticket), ...handsOf(order) }] : [];
    }),
    ...fresh.map((ticket) => about(ticket)),
  ];
  const open = await unconfided(rows);
  return open.sort(pressing).slice(0, mostWork);
}

/** By when it is due; of those due at once the one that was reported first. */
const pressing = (a: OpenWork, b: OpenWork) =>
  Date.parse(a.dueAt) - Date.parse(b.dueAt) ||
  a.number.localeCompare(b.number, "en", { numeric: true }) ||
  (a.order ?? 0) - (b.order ?? 0);

/** Whose work a shift hands over: of all who were on it, else one's own. */
export const holdersOf = (duty: Duty | undefined, memberId: string): readonly string[] =>
  duty ? [...new Set([...duty.memberIds, memberId])] : [memberId];

const orders = async (partition: string[]) =>
  (await WorkOrder.query("gsi1", partition, { limit: mostWork })).items;

const toDispatch = async (projectId: string) =>
  (await Ticket.query("gsi1", [projectId, "ticket"], { begins: "registered#", limit: mostWork })).items;

const about = (ticket: TicketSummary): OpenWork => ({
  ticketId: ticket.ticketId,
  number: ticket.number,
  kind: ticket.kind,
  category: ticket.category,
  urgency: ticket.urgency,
  houseCode: ticket.houseCode,
  words: [...ticket.words].slice(0, shownWords).join("").slice(0, shownWords),
  dueAt: ticket.completionDueAt,
});

const handsOf = ({ order, state, assigneeId, assigneeName, dueAt }: OrderItem) => ({
  order,
  orderState: state,
  holderId: assigneeId,
  holderName: assigneeName,
  dueAt,
});
