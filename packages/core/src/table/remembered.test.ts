import { beforeAll, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt, isoNow, plus } from "../clock";
import { withActor } from "../context";
import { type Cast, mintCast, report } from "../ticket/cast.testing";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  contactResident,
  startTicket,
  Ticket,
} from "../ticket/index";
import { type OrderItem, WorkOrder } from "../ticket/order.entity";
import type { TicketItem } from "../ticket/ticket.entity";
import { metered, table } from "./client";
import { Work } from "./work";

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});

const as = <T>(actor: MemberActor, body: () => Promise<T>) => withActor(actor, body);
const assigned = async () => {
  const { ticketId } = await report(cast);
  await as(cast.desk, () => assignTicket({ ticketId, assigneeId: cast.technician.memberId }));
  return ticketId;
};
/** Another process changes ticket and order; of what it writes this one knows nothing. */
async function changedElsewhere(
  ticketId: string,
  ticket: Partial<TicketItem>,
  order: Partial<OrderItem> = {},
) {
  const [now] = await cast.asSystem(() => Ticket.batch([{ ticketId }]));
  const [own] = await cast.asSystem(() => WorkOrder.batch([{ ticketId, order: 1 }]));
  if (!now || !own) throw new Error("nothing there");
  const changed = { ...now, ...ticket, rev: now.rev + 1, steps: now.steps + 1 };
  const records = [Ticket.record(changed), WorkOrder.record({ ...own, ...order, rev: own.rev + 1 })];
  await table.transact({ TransactItems: records.map((Item) => ({ Put: { Item } })), actsFor: cast.tenantId });
}

it("an act after another reads nothing of the ticket again", async () => {
  const ticketId = await assigned();
  const { spent } = await as(cast.technician, () => metered(() => acceptTicket({ ticketId })));
  expect(spent.read).toBe(0);
  expect((await as(cast.technician, () => startTicket({ ticketId }))).state).toBe("started");
});

it("an act on what another process changed is done on what is there, not on what is remembered", async () => {
  const ticketId = await assigned();
  await changedElsewhere(ticketId, { words: "客厅也漏了" });
  const after = await as(cast.technician, () => acceptTicket({ ticketId }));
  expect(after).toMatchObject({ words: "客厅也漏了", state: "accepted", rev: 4 });
});

it("an act is let through, or refused, by what is there", async () => {
  const ticketId = await assigned();
  await as(cast.technician, () => acceptTicket({ ticketId }));
  await as(cast.technician, () => startTicket({ ticketId }));
  await changedElsewhere(ticketId, { state: "accepted" }, { state: "accepted" });
  expect((await as(cast.technician, () => startTicket({ ticketId }))).state).toBe("started");
  const other = await assigned();
  await changedElsewhere(other, { state: "accepted" }, { state: "accepted", assigneeId: cast.mate.memberId });
  const refused = as(cast.technician, () => acceptTicket({ ticketId: other }));
  await expect(refused).rejects.toMatchObject({ code: "conflict" });
});

it("nothing is guessed of what a schedule may have seen to, nor once an act failed", async () => {
  const ticketId = await assigned();
  const later = plus(isoNow(), { days: 3 });
  const read = (body: () => Promise<unknown>) => as(cast.desk, async () => (await metered(body)).spent.read);
  const contact = () => contactResident({ ticketId, note: "配件后天到" });
  expect(await read(contact)).toBe(0);
  expect(await asIfAt(later, () => read(contact))).toBeGreaterThan(0);
  const work = new Work(cast.tenantId);
  expect(work.guess(Ticket.key({ ticketId }, cast.tenantId).pk)).toBeUndefined();
  const stale = () => contactResident({ ticketId, note: "x", rev: 1 });
  await expect(read(stale)).rejects.toMatchObject({ code: "conflict", field: "rev" });
});

it("two acts at once are both done, one after the other", async () => {
  const ticketId = await assigned();
  await as(cast.technician, () => acceptTicket({ ticketId }));
  const notes = ["一", "二", "三", "四"];
  await Promise.all(notes.map((note) => as(cast.desk, () => contactResident({ ticketId, note }))));
  const done = await as(cast.technician, () => completeTicket({ ticketId, note: "好了" }));
  expect(done).toMatchObject({ state: "completed", rev: 8 });
});
