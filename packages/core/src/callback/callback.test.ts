import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { ownDatabase } from "../testing/own-database";
import { type Cast, messagesOf, mintCast, report } from "../ticket/cast.testing";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  getTicket,
  reopenTicket,
  startTicket,
} from "../ticket/index";
import { Callback, listCallbacks, recordCallback, sweepCallbacks } from "./index";

const start = "2026-11-21T02:00:00.000Z";
const after = (hours: number, minutes = 0) => plus(start, { hours, minutes });
// Its sweeps at other times would wake what other tests have waiting.
ownDatabase();
let cast: Cast;
beforeEach(async () => {
  cast = await mintCast();
});

const as = <T>(at: string, actor: MemberActor, body: () => T) => asIfAt(at, () => withActor(actor, body));

/** Taken by the technician, done at `at`. */
async function done(at = start, more = {}) {
  const { ticketId } = await asIfAt(at, () => report(cast, more));
  await as(at, cast.desk, () => assignTicket({ ticketId, trade: "engineering" }));
  await as(at, cast.technician, () => acceptTicket({ ticketId }));
  await as(at, cast.technician, () => startTicket({ ticketId }));
  await as(at, cast.technician, () => completeTicket({ ticketId, note: "换了软管" }));
  return ticketId;
}
const ticketOf = (ticketId: string) => withActor(cast.manager, () => getTicket({ ticketId }));
/** Whoever is called about several tickets is listed once for each. */
const due = async (actor: MemberActor, at: string, asked: Parameters<typeof listCallbacks>[0] = {}) =>
  (await as(at, actor, () => listCallbacks(asked))).items.flatMap(({ also, ...one }) => [one, ...also]);

describe("a callback", () => {
  it("falls due 24 hours after the completion, or when the firm says, earliest first", async () => {
    const [second, first] = [await done(after(1), { reporter: { name: "李" } }), await done(start)];
    const list = await due(cast.desk, after(25));
    expect(list.map(({ ticketId, dueAt, overdue }) => [ticketId, dueAt, overdue])).toEqual([
      [first, after(24), true],
      [second, after(25), true],
    ]);
    expect((await due(cast.desk, after(24, 30), { overdue: "true" })).map((one) => one.ticketId)).toEqual([
      first,
    ]);
    const page = await as(start, cast.desk, () => listCallbacks({ limit: 1 }));
    const rest = await as(start, cast.desk, () => listCallbacks({ limit: 1, cursor: page.cursor }));
    expect([...page.items, ...rest.items].map(({ ticketId }) => ticketId)).toEqual([first, second]);
    expect(list[0]).toMatchObject({ reporterName: "王芳", houseCode: "3-1-502", outcome: "换了软管" });
  });

  it("keeps to the firm's own hours", async () => {
    const strict = await mintCast();
    await strict.asSystem(async () => {
      const work = new Work(strict.tenantId);
      work.patch(Tenant, await Tenant.need({}), { callbackHours: 4 });
      await work.commit();
    });
    cast = strict;
    expect((await ticketOf(await done())).completions[0]?.callbackDueAt).toBe(after(4));
  });

  it("is made by somebody who had no part in the work", async () => {
    const ticketId = await done();
    const call = (actor: MemberActor) =>
      as(after(1), actor, () => recordCallback({ ticketId, reached: true, satisfied: true }));
    await expect(call(cast.technician)).rejects.toMatchObject({ code: "forbidden" });
    const own = (await asIfAt(start, () => report(cast))).ticketId;
    await as(start, cast.desk, () => completeTicket({ ticketId: own, note: "好了" }));
    const byDoer = as(after(1), cast.desk, () =>
      recordCallback({ ticketId: own, reached: true, satisfied: true }),
    );
    await expect(byDoer).rejects.toMatchObject({ code: "forbidden" });
    expect((await due(cast.desk, after(1))).map(({ ownWork }) => ownWork).sort()).toEqual([false, true]);
    expect((await call(cast.second)).state).toBe("closed");
  });

  it("refuses also who did an earlier round of the work", async () => {
    const ticketId = (await asIfAt(start, () => report(cast))).ticketId;
    await as(start, cast.desk, () => completeTicket({ ticketId, note: "好了" }));
    await as(after(1), cast.second, () =>
      recordCallback({ ticketId, reached: true, satisfied: false, words: "没好" }),
    );
    await as(after(2), cast.manager, () => completeTicket({ ticketId, note: "这回好了" }));
    const byFirst = as(after(3), cast.desk, () =>
      recordCallback({ ticketId, reached: true, satisfied: true }),
    );
    await expect(byFirst).rejects.toMatchObject({ code: "forbidden" });
  });

  it("closes when reached and satisfied, keeping what was said", async () => {
    const ticketId = await done();
    const closed = await as(after(2), cast.desk, () =>
      recordCallback({ ticketId, reached: true, satisfied: true, scores: { speed: 4 }, words: "挺快的" }),
    );
    expect(closed).toMatchObject({
      state: "closed",
      closedAt: after(2),
      completions: [{ reachedAt: after(2), satisfied: true, scores: { speed: 4 }, words: "挺快的" }],
      callback: { state: "done", tries: 1 },
    });
    const { history } = await ticketOf(ticketId);
    expect(JSON.stringify(history)).not.toContain("挺快的");
    const again = as(after(3), cast.desk, () => recordCallback({ ticketId, reached: true, satisfied: true }));
    await expect(again).rejects.toMatchObject({ code: "conflict" });
  });

  it("brings the same ticket back when not satisfied, with a clock of its own, and tells the resident", async () => {
    const ticketId = await done();
    const open = await as(after(3), cast.desk, () =>
      recordCallback({ ticketId, reached: true, satisfied: false, words: "还在滴" }),
    );
    expect(open).toMatchObject({
      state: "assigned",
      assigneeId: cast.technician.memberId,
      reopenedCount: 1,
      completionDueAt: after(3 + 48),
    });
    expect(open).not.toHaveProperty("closedAt");
    const sent = (await messagesOf(cast, ticketId)).map(({ template }) => template);
    expect(sent).toContain("ticketReopened");
    expect((await ticketOf(ticketId)).history.at(-1)).toMatchObject({
      action: "unsatisfied",
      note: "还在滴",
    });
    await as(after(4), cast.technician, () => acceptTicket({ ticketId }));
    await as(after(4), cast.technician, () => completeTicket({ ticketId, note: "换了龙头" }));
    expect(await due(cast.desk, after(4))).toMatchObject([{ ticketId, completion: 2, dueAt: after(28) }]);
  });

  it("that reaches nobody is none: the ticket waits, the try is kept", async () => {
    const ticketId = await done();
    const tried = await as(after(2), cast.desk, () =>
      recordCallback({ ticketId, reached: false, reason: "无人接听", nextAt: after(5) }),
    );
    expect(tried).toMatchObject({
      state: "completed",
      callback: { state: "due", tries: 1, nextAt: after(5) },
    });
    expect(tried.completions[0]?.reachedAt).toBeUndefined();
    expect(await due(cast.desk, after(2))).toMatchObject([
      { ticketId, attempts: [{ reached: false, reason: "无人接听", byName: cast.desk.name }] },
    ]);
    const [one, two] = await Promise.allSettled(
      [true, false].map((satisfied) =>
        as(after(6), cast.desk, () => recordCallback({ ticketId, reached: true, satisfied, words: "嗯" })),
      ),
    );
    expect([one?.status, two?.status].sort()).toEqual(["fulfilled", "rejected"]);
  });

  it.each([
    [{ reached: false }, "reason"],
    [{ reached: true }, "satisfied"],
    [{ reached: true, satisfied: false }, "words"],
    [{ reached: false, reason: "x", satisfied: true }, "reached"],
    [{ reached: false, reason: "x", nextAt: start }, "nextAt"],
    [{ reached: false, reason: "x", nextAt: "2026-11-21T14:30:00.000Z" }, "nextAt"],
    [{ reached: true, satisfied: true, scores: { speed: 0 } }, "scores.speed"],
  ])("refuses %o, naming %s", async (given, field) => {
    const ticketId = await done();
    const call = as(after(1), cast.desk, () => recordCallback({ ticketId, ...given }));
    await expect(call).rejects.toMatchObject({ code: "bad_request", field });
  });

  it("is withdrawn when the work is taken up again before anybody called", async () => {
    const ticketId = await done();
    await as(after(1), cast.desk, () => reopenTicket({ ticketId, note: "业主来电，还在漏" }));
    expect(await due(cast.desk, after(1))).toEqual([]);
  });

  it("shows members their own projects only", async () => {
    const here = await done();
    const there = { projectId: cast.other.projectId, houseId: cast.foreign, reporter: {} };
    const ticketId = (await asIfAt(start, () => report(cast, there))).ticketId;
    await as(start, cast.second, () => completeTicket({ ticketId, note: "好了" }));
    const ids = async (actor: MemberActor, asked = {}) =>
      (await due(actor, start, asked)).map((one) => one.ticketId).sort();
    expect(await ids(cast.manager)).toEqual([here]);
    expect(await ids(cast.headquarters)).toEqual([here, ticketId].sort());
    const both = cast.member("front_desk", [cast.projectId, cast.other.projectId]);
    expect(await ids(both)).toEqual([here, ticketId].sort());
    expect(await ids(both, { projectId: cast.other.projectId })).toEqual([ticketId]);
    await expect(ids(cast.manager, { projectId: cast.other.projectId })).rejects.toMatchObject({
      code: "not_found",
    });
    const call = as(start, cast.manager, () => recordCallback({ ticketId, reached: true, satisfied: true }));
    await expect(call).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an overdue callback", () => {
  const told = async (ticketId: string) =>
    (await messagesOf(cast, ticketId)).filter(({ template }) => template === "callbackOverdue");

  it("is told to the project's managers once, however often the schedule runs", async () => {
    const ticketId = await done();
    await asIfAt(after(23, 59), sweepCallbacks);
    expect(await told(ticketId)).toEqual([]);
    await asIfAt(after(24), () => Promise.all([sweepCallbacks(), sweepCallbacks()]));
    await asIfAt(after(30), sweepCallbacks);
    const messages = await told(ticketId);
    expect(messages).toHaveLength(1);
    expect(messages[0]?.to).toContain(cast.manager.memberId.toLowerCase());
    expect(messages[0]?.text).toContain("3-1-502");
    expect(await due(cast.desk, after(30))).toMatchObject([{ ticketId, overdue: true }]);
  });

  it("is told to nobody when somebody was reached in time, and to headquarters where there is no manager", async () => {
    const reached = await done();
    await as(after(1), cast.desk, () =>
      recordCallback({ ticketId: reached, reached: true, satisfied: true }),
    );
    const there = { projectId: cast.other.projectId, houseId: cast.foreign, reporter: {} };
    const orphan = (await asIfAt(start, () => report(cast, there))).ticketId;
    await as(start, cast.second, () => completeTicket({ ticketId: orphan, note: "好了" }));
    await asIfAt(after(48), sweepCallbacks);
    expect(await told(reached)).toEqual([]);
    const [message] = await told(orphan);
    expect(message?.to).toContain(cast.headquarters.memberId.toLowerCase());
  });

  it("is not told of again after a try that reached nobody", async () => {
    const ticketId = await done();
    await asIfAt(after(25), sweepCallbacks);
    await as(after(26), cast.desk, () => recordCallback({ ticketId, reached: false, reason: "关机" }));
    await asIfAt(after(27), sweepCallbacks);
    expect(await told(ticketId)).toHaveLength(1);
    const stored = await cast.asSystem(() => Callback.need({ ticketId, completion: 1 }));
    expect(stored).toMatchObject({ state: "due", toldAt: after(25) });
  });
});
