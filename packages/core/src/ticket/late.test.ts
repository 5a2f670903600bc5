import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { listAudit } from "../audit/index";
import { asIfAt, plus } from "../clock";
import { withActor, withContext } from "../context";
import { type Cast, mintCast, report } from "./cast.testing";
import {
  acceptTicket,
  appointOrder,
  arriveAtOrder,
  assignTicket,
  completeTicket,
  contactResident,
  getTicket,
  pauseOrder,
  reopenTicket,
  resumeOrder,
  splitTicket,
  startTicket,
  voidTicket,
} from "./index";
import { believed } from "./late";

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});

const from = "2026-11-10T01:00:00.000Z";
const after = (minutes: number) => plus(from, { minutes });
const when = <T>(minutes: number, actor: MemberActor, body: () => T) =>
  asIfAt(after(minutes), () => withActor(actor, body));

/** A ticket given to the technician at the beginning. */
async function given() {
  const { ticketId } = await asIfAt(from, () => report(cast));
  await when(0, cast.desk, () => assignTicket({ ticketId, assigneeId: cast.technician.memberId }));
  return ticketId;
}
const seen = (ticketId: string) => withActor(cast.desk, () => getTicket({ ticketId }));
const byTechnician = <T>(minutes: number, body: () => T) => when(minutes, cast.technician, body);

describe("a time that a phone tells", () => {
  it("is believed up to a day back, never ahead, and not where the step is told at once", () => {
    const now = "2026-11-10T12:00:00.000Z";
    fc.assert(
      fc.property(fc.integer({ min: -3 * 86_400, max: 3 * 86_400 }), (seconds) => {
        const told = plus(now, { seconds });
        const held = seconds >= -86_400 && seconds <= -120;
        expect(believed(told, now)).toBe(held ? told : now);
      }),
    );
    expect(believed("2026-11-10T11:00:00Z", now)).toBe("2026-11-10T11:00:00.000Z");
    expect(believed(undefined, now)).toBe(now);
  });
});

describe("steps told late", () => {
  it("count from when they were done, and the history says when they arrived", async () => {
    const ticketId = await given();
    const arrived = after(180);
    await byTechnician(180, () => acceptTicket({ ticketId, at: after(10) }));
    await byTechnician(180, () => arriveAtOrder({ ticketId, at: after(30) }));
    await byTechnician(180, () => startTicket({ ticketId, at: after(40) }));
    await byTechnician(180, () => completeTicket({ ticketId, note: "换了软管", at: after(90) }));
    const ticket = await seen(ticketId);
    expect(ticket).toMatchObject({
      state: "completed",
      onSiteAt: after(30),
      completions: [{ completedAt: after(90), callbackDueAt: plus(after(90), { hours: 24 }) }],
      orders: [{ acceptedAt: after(10), arrivedAt: after(30), startedAt: after(40), doneAt: after(90) }],
    });
    expect(ticket.history.slice(2).map(({ action, at, arrivedAt }) => [action, at, arrivedAt])).toEqual([
      ["accept", after(10), arrived],
      ["arrive", after(30), arrived],
      ["start", after(40), arrived],
      ["complete", after(90), arrived],
    ]);
    const trail = await cast.as("auditor", () => listAudit({ subjectId: ticketId }));
    expect(trail.items.slice(0, 4).map(({ at }) => at)).toEqual([arrived, arrived, arrived, arrived]);
  });

  it("keep a completion clock that had run out only when they arrived", async () => {
    const ticketId = await given();
    const { completionDueAt } = await seen(ticketId);
    const done = plus(completionDueAt, { minutes: -5 });
    const at = plus(completionDueAt, { hours: 3 });
    const late = <T>(body: () => T) => asIfAt(at, () => withActor(cast.technician, body));
    await late(() => acceptTicket({ ticketId, at: plus(done, { minutes: -10 }) }));
    await late(() => completeTicket({ ticketId, note: "好了", at: done }));
    expect((await seen(ticketId)).completions).toMatchObject([{ completedAt: done, onTime: true }]);
  });

  it.each([
    ["ahead of now", 200, 180],
    ["before the work was given out", -5, 180],
    ["more than a day ago", 10, 25 * 60],
  ])(
    "count from when they arrived where the phone says %s, and the history says what it said",
    async (_, told, now) => {
      const ticketId = await given();
      await byTechnician(now, () => acceptTicket({ ticketId, at: after(told) }));
      const { orders, history } = await seen(ticketId);
      expect(orders).toMatchObject([{ acceptedAt: after(now) }]);
      expect(history.at(-1)).toMatchObject({ at: after(now), toldAt: after(told), arrivedAt: after(now) });
    },
  );

  it("never lie before the last step of their order, but may before what only the desk noted", async () => {
    const ticketId = await given();
    await byTechnician(60, () => acceptTicket({ ticketId }));
    await when(100, cast.desk, () => contactResident({ ticketId, note: "在路上" }));
    await byTechnician(120, () => arriveAtOrder({ ticketId, at: after(80) }));
    await byTechnician(120, () => startTicket({ ticketId, at: after(70) }));
    const { orders } = await seen(ticketId);
    expect(orders).toMatchObject([{ arrivedAt: after(80), startedAt: after(120) }]);
  });

  it("leave no trace of it where they were told at once", async () => {
    const ticketId = await given();
    await byTechnician(60, () => acceptTicket({ ticketId, at: after(59) }));
    const step = (await seen(ticketId)).history.at(-1);
    expect(step).toMatchObject({ at: after(60) });
    expect([step?.toldAt, step?.arrivedAt]).toEqual([undefined, undefined]);
  });

  it("of a round that is over count from when they arrived", async () => {
    const ticketId = await given();
    await when(30, cast.desk, () => completeTicket({ ticketId, note: "自己好了" }));
    await when(60, cast.desk, () => reopenTicket({ ticketId, note: "又漏了" }));
    await byTechnician(90, () => acceptTicket({ ticketId, at: after(20) }));
    expect((await seen(ticketId)).orders).toMatchObject([{ acceptedAt: after(90) }]);
  });

  it("may agree on a visit that is over by the time they arrive", async () => {
    const ticketId = await given();
    await byTechnician(1, () => acceptTicket({ ticketId }));
    const visit = { ticketId, appointmentAt: after(60) };
    await byTechnician(120, () => appointOrder({ ...visit, at: after(10) }));
    expect((await seen(ticketId)).orders).toMatchObject([{ appointmentAt: after(60) }]);
    const once = byTechnician(120, () => appointOrder({ ...visit, at: after(119.5) }));
    await expect(once).rejects.toMatchObject({ field: "appointmentAt" });
  });

  it("stop the clock only from when nobody worked any more", async () => {
    const ticketId = await given();
    await when(0, cast.desk, () => splitTicket({ ticketId, assigneeId: cast.mate.memberId, note: "一起" }));
    for (const actor of [cast.technician, cast.mate]) await when(1, actor, () => acceptTicket({ ticketId }));
    await when(60, cast.mate, () => pauseOrder({ ticketId, note: "等料" }));
    await byTechnician(90, () => pauseOrder({ ticketId, note: "等料", at: after(30) }));
    const { pausedAt, completionDueAt } = await seen(ticketId);
    expect(pausedAt).toBe(after(60));
    await byTechnician(120, () => resumeOrder({ ticketId, at: after(50) }));
    const resumed = await seen(ticketId);
    expect(resumed.pausedAt).toBeUndefined();
    expect(resumed.completionDueAt).toBe(completionDueAt);
  });
});

describe("a step a phone sends", () => {
  const keyed = <T>(key: string, body: () => T) =>
    withContext({ actor: cast.technician, requestId: "r", idempotency: { key, bodyHash: key } }, body);

  it("twice, one behind the other or both at once, is taken once and answered alike", async () => {
    const ticketId = await given();
    const accept = () => keyed(`accept-${ticketId}`, () => acceptTicket({ ticketId }));
    const answers = [await accept(), ...(await Promise.all([accept(), accept()]))];
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const start = () => keyed(`start-${ticketId}`, () => startTicket({ ticketId }));
    await Promise.all([start(), start()]);
    expect((await seen(ticketId)).history.map(({ action }) => action)).toEqual([
      "register",
      "assign",
      "accept",
      "start",
    ]);
    // Even after what followed made it impossible.
    expect(await accept()).toEqual(answers[0]);
  });

  it("after somebody else took the order, or the ticket was voided, is a conflict and changes nothing", async () => {
    const taken = await given();
    await when(5, cast.desk, () => assignTicket({ ticketId: taken, assigneeId: cast.mate.memberId }));
    await when(6, cast.mate, () => acceptTicket({ ticketId: taken }));
    const accept = byTechnician(60, () => acceptTicket({ ticketId: taken, order: 1, at: after(3) }));
    await expect(accept).rejects.toMatchObject({ code: "conflict" });
    const voided = await given();
    await when(5, cast.desk, () => voidTicket({ ticketId: voided, note: "报错了" }));
    const start = byTechnician(60, () => startTicket({ ticketId: voided, order: 1, at: after(3) }));
    await expect(start).rejects.toMatchObject({ code: "conflict" });
    expect((await seen(taken)).history).toHaveLength(4);
    expect((await seen(voided)).history).toHaveLength(3);
  });
});
