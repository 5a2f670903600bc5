import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { ownDatabase } from "../testing/own-database";
import { type Cast, mintCast, report } from "../ticket/cast.testing";
import { completeTicket, getTicket, rateTicket } from "../ticket/index";
import { Callback, listCallbacks, recordCallback } from "./index";

const start = "2026-11-21T02:00:00.000Z";
const after = (hours: number) => plus(start, { hours });
ownDatabase();
let cast: Cast;
beforeEach(async () => {
  cast = await mintCast();
});
const as = <T>(at: string, actor: MemberActor, body: () => T) => asIfAt(at, () => withActor(actor, body));

async function done(at = start, more = {}) {
  const { ticketId } = await asIfAt(at, () => report(cast, more));
  await as(at, cast.manager, () => completeTicket({ ticketId, note: "好了" }));
  return ticketId;
}
const rate = (ticketId: string, at: string, score: number, words?: string) =>
  asIfAt(at, () =>
    withActor({ type: "resident", tenantId: cast.tenantId, subjectId: ticketId }, () =>
      rateTicket({ score, words }),
    ),
  );
const ticketOf = (ticketId: string) => withActor(cast.headquarters, () => getTicket({ ticketId }));
const due = async (actor: MemberActor, at: string) => (await as(at, actor, () => listCallbacks({}))).items;

describe("an answer by the link", () => {
  it("of a satisfied resident in time is the callback: nobody need call, and it stays apart from what callers enter", async () => {
    const ticketId = await done();
    await rate(ticketId, after(24), 4, "很快");
    const ticket = await ticketOf(ticketId);
    expect(ticket).toMatchObject({
      state: "closed",
      closedAt: after(24),
      completions: [
        { reachedAt: after(24), satisfied: true, byLink: true, rating: { score: 4, words: "很快" } },
      ],
    });
    expect(ticket.completions[0]).not.toHaveProperty("calledBy");
    expect(ticket.history.at(-1)).toMatchObject({ action: "confirm", from: "completed", to: "closed" });
    expect(await due(cast.desk, after(24))).toEqual([]);
    const stored = await cast.asSystem(() => Callback.need({ ticketId, completion: 1 }));
    expect(stored).toMatchObject({ state: "answered", tries: 0, satisfiedIn: "2026-11" });
    await expect(rate(ticketId, after(25), 5)).rejects.toMatchObject({ code: "gone" });
  });

  it.each([
    ["too late", 24.01, 5],
    ["not satisfied", 1, 3],
  ])("%s leaves the call to be made, and the caller knows it", async (_, hours, score) => {
    const ticketId = await done();
    await rate(ticketId, after(hours), score, "说不好");
    expect(await ticketOf(ticketId)).toMatchObject({
      state: "completed",
      completions: [{ rating: { score } }],
    });
    expect(await due(cast.desk, after(25))).toMatchObject([{ ticketId, rating: { score, words: "说不好" } }]);
    const [own] = await due(cast.manager, after(25));
    expect(own).toMatchObject({ ticketId, ownWork: true });
    expect(own?.rating).toBeUndefined();
    await as(after(26), cast.desk, () => recordCallback({ ticketId, reached: true, satisfied: true }));
    expect((await ticketOf(ticketId)).state).toBe("closed");
  });
});

describe("the worklist", () => {
  it("puts what one call serves together, at the place of the earliest", async () => {
    const [a, c] = [await done(start), await done(after(2))];
    const b = await done(after(1), { houseId: cast.next, reporter: { name: "李", phone: "+8613900002222" } });
    const shape = (await due(cast.desk, after(3))).map(({ ticketId, also }) => [
      ticketId,
      also.map((one) => one.ticketId),
    ]);
    expect(shape).toEqual([
      [a, [c]],
      [b, []],
    ]);
    await as(after(3), cast.desk, () => recordCallback({ ticketId: a, reached: true, satisfied: true }));
    expect((await due(cast.desk, after(3))).map(({ ticketId }) => ticketId)).toEqual([b, c]);
  });

  it("sets the next try where nobody agreed on one", async () => {
    const ticketId = await done();
    await as(after(2), cast.desk, () => recordCallback({ ticketId, reached: false, reason: "关机" }));
    expect(await due(cast.desk, after(2))).toMatchObject([{ tries: 1, nextAt: after(5) }]);
  });
});
