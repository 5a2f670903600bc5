import { beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { type Cast, messagesOf, mintCast, report } from "./cast.testing";
import {
  acceptTicket,
  appointOrder,
  arriveAtOrder,
  assignTicket,
  completeTicket,
  getTicket,
  listOverdue,
  listWork,
  pauseOrder,
  refuseTicket,
  reopenTicket,
  resumeOrder,
  splitTicket,
  startTicket,
  transferOrder,
  withdrawOrder,
} from "./index";

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});
const as = <T>(actor: MemberActor, body: () => T) => withActor(actor, body);
const note = "换了软管";
const from = "2026-11-10T01:00:00.000Z";
const after = (hours: number) => plus(from, { hours });
const at = <T>(hours: number, actor: MemberActor, body: () => T) =>
  asIfAt(after(hours), () => as(actor, body));

/** One ticket for a plumber and a cleaner. */
async function both() {
  const { ticketId } = await asIfAt(from, () => report(cast));
  await at(0, cast.desk, () => assignTicket({ ticketId, assigneeId: cast.technician.memberId }));
  await at(0, cast.desk, () => splitTicket({ ticketId, trade: "cleaning", note: "把水擦干" }));
  return ticketId;
}
const seen = (ticketId: string, actor: MemberActor = cast.desk) => as(actor, () => getTicket({ ticketId }));
const states = async (ticketId: string) => {
  const { state, orders } = await seen(ticketId);
  return [state, ...orders.map((order) => order.state)];
};

describe("several work orders of one ticket", () => {
  it("go their own ways, and complete the ticket when the last is done", async () => {
    const ticketId = await both();
    expect(await states(ticketId)).toEqual(["assigned", "waiting", "waiting"]);
    await at(1, cast.cleaner, () => acceptTicket({ ticketId }));
    expect(await states(ticketId)).toEqual(["accepted", "waiting", "accepted"]);
    await at(1, cast.technician, () => acceptTicket({ ticketId }));
    await at(2, cast.technician, () => arriveAtOrder({ ticketId }));
    await at(2, cast.technician, () => startTicket({ ticketId }));
    const open = await at(3, cast.technician, () => completeTicket({ ticketId, note }));
    expect(open).toMatchObject({ state: "accepted", completions: [] });
    expect((await messagesOf(cast, ticketId)).map(({ template }) => template)).toEqual(["ticketRegistered"]);
    const done = await at(4, cast.cleaner, () => completeTicket({ ticketId, note: "擦干了" }));
    expect(done).toMatchObject({
      state: "completed",
      completions: [{ note: "擦干了", callbackWanted: true }],
    });
    const { orders } = await seen(ticketId);
    expect(orders).toMatchObject([
      { order: 1, state: "done", outcome: note, doneAt: after(3) },
      { order: 2, state: "done", outcome: "擦干了", asked: "把水擦干" },
    ]);
    for (const worker of [cast.technician, cast.cleaner])
      expect((await seen(ticketId, worker)).completions[0]?.rating).toBeUndefined();
  });

  it("stand in the worklists of those who have them, until they are done", async () => {
    const ticketId = await both();
    const listed = async (actor: MemberActor) =>
      (await as(actor, () => listWork({ limit: 100 }))).items.filter((one) => one.ticketId === ticketId);
    expect(await listed(cast.technician)).toMatchObject([{ order: 1, orderState: "waiting", mine: true }]);
    expect(await listed(cast.cleaner)).toMatchObject([
      { order: 2, orderState: "waiting", mine: false, asked: "把水擦干" },
    ]);
    await at(1, cast.cleaner, () => acceptTicket({ ticketId }));
    await at(1, cast.cleaner, () => completeTicket({ ticketId, note }));
    expect(await listed(cast.cleaner)).toEqual([]);
    expect(await listed(cast.technician)).toHaveLength(1);
  });

  it("bring the ticket to the desk when one is given back, who gives it out again or takes it back", async () => {
    const ticketId = await both();
    await at(1, cast.technician, () => acceptTicket({ ticketId }));
    await at(1, cast.cleaner, () => refuseTicket({ ticketId, note: "今天没人" }));
    expect(await states(ticketId)).toEqual(["registered", "accepted", "refused"]);
    const which = at(1, cast.desk, () => assignTicket({ ticketId, trade: "cleaning" }));
    await expect(which).rejects.toMatchObject({ field: "order" });
    await at(1, cast.desk, () => assignTicket({ ticketId, order: 2, trade: "cleaning" }));
    expect(await states(ticketId)).toEqual(["accepted", "accepted", "waiting"]);
    await at(2, cast.desk, () => withdrawOrder({ ticketId, order: 2, note: "自己干了" }));
    expect(await states(ticketId)).toEqual(["accepted", "accepted", "withdrawn"]);
    await at(3, cast.technician, () => completeTicket({ ticketId, note }));
    expect(await states(ticketId)).toEqual(["completed", "done", "withdrawn"]);
  });

  it("do not end by being taken back when the rest is done", async () => {
    const ticketId = await both();
    await at(1, cast.technician, () => acceptTicket({ ticketId }));
    await at(1, cast.technician, () => completeTicket({ ticketId, note }));
    const back = at(2, cast.desk, () => withdrawOrder({ ticketId, order: 2, note }));
    await expect(back).rejects.toMatchObject({ code: "conflict" });
    await at(2, cast.desk, () => completeTicket({ ticketId, note: "都好了" }));
    expect(await states(ticketId)).toEqual(["completed", "done", "done"]);
  });

  it("are asked again when the resident is not satisfied", async () => {
    const ticketId = await both();
    await at(1, cast.desk, () => completeTicket({ ticketId, note }));
    await at(5, cast.desk, () => reopenTicket({ ticketId, note: "还漏" }));
    expect(await states(ticketId)).toEqual(["assigned", "waiting", "waiting"]);
    const { orders, completionDueAt } = await seen(ticketId);
    expect(orders.map(({ outcome, doneAt }) => [outcome, doneAt])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(completionDueAt).toBe(after(53));
  });

  it("pass from hand to hand, saying why, to people who do such work there", async () => {
    const ticketId = await both();
    await at(1, cast.technician, () => acceptTicket({ ticketId }));
    const to = (assigneeId: string) =>
      at(1, cast.technician, () => transferOrder({ ticketId, assigneeId, note: "要高空作业证" }));
    await expect(to(cast.elsewhere.memberId)).rejects.toMatchObject({ code: "not_found" });
    await to(cast.mate.memberId);
    expect((await seen(ticketId)).orders[0]).toMatchObject({
      state: "waiting",
      assigneeName: cast.mate.name,
    });
    await expect(at(1, cast.technician, () => acceptTicket({ ticketId }))).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  it("keep the appointment made with the resident, which lies ahead", async () => {
    const ticketId = await both();
    await at(1, cast.technician, () => acceptTicket({ ticketId }));
    const appoint = (hours: number) =>
      at(1, cast.technician, () => appointOrder({ ticketId, appointmentAt: after(hours) }));
    await expect(appoint(0.5)).rejects.toMatchObject({ field: "appointmentAt" });
    await appoint(20);
    const { orders, history } = await seen(ticketId);
    expect(orders[0]).toMatchObject({ appointmentAt: after(20) });
    expect(history.at(-1)).toMatchObject({ action: "appoint", order: 1, appointmentAt: after(20) });
  });
});

describe("a pause", () => {
  it("stands the completion clock while all work rests, and gives back what was left of it", async () => {
    const ticketId = await both();
    await at(1, cast.desk, () => withdrawOrder({ ticketId, order: 2, note }));
    await at(1, cast.technician, () => acceptTicket({ ticketId }));
    expect((await seen(ticketId)).completionDueAt).toBe(after(48));
    await at(10, cast.technician, () => pauseOrder({ ticketId, note: "等配件", cause: "parts" }));
    expect(await seen(ticketId)).toMatchObject({ pausedAt: after(10), completionDueAt: after(48) });
    const overdue = await at(100, cast.desk, () => listOverdue({ limit: 100 }));
    expect(overdue.items.map((one) => one.ticketId)).not.toContain(ticketId);
    await at(110, cast.technician, () => resumeOrder({ ticketId }));
    const on = await seen(ticketId);
    expect(on).toMatchObject({ state: "started", completionDueAt: after(148) });
    expect(on).not.toHaveProperty("pausedAt");
    expect(on.orders[0]?.pauses).toEqual([
      { from: after(10), to: after(110), reason: "等配件", cause: "parts" },
    ]);
    await at(120, cast.technician, () => pauseOrder({ ticketId, note: "还缺一个" }));
    const done = await at(200, cast.technician, () => completeTicket({ ticketId, note }));
    expect(done.completions).toMatchObject([{ dueAt: after(228), onTime: true }]);
    expect(done.pausedAt).toBeUndefined();
  });

  it("of one order stops no clock while another is worked on", async () => {
    const ticketId = await both();
    await at(1, cast.technician, () => acceptTicket({ ticketId }));
    await at(2, cast.technician, () => pauseOrder({ ticketId, note: "等配件" }));
    expect(await seen(ticketId)).not.toHaveProperty("pausedAt");
    await at(3, cast.cleaner, () => acceptTicket({ ticketId }));
    await at(4, cast.cleaner, () => completeTicket({ ticketId, note }));
    expect(await seen(ticketId)).toMatchObject({ pausedAt: after(4), completionDueAt: after(48) });
  });
});
