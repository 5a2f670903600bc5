import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt, plus } from "../clock";
import { setFirmClocks } from "../clocks/index";
import { dueOf, usualTiming } from "../clocks/timing";
import {
  answerComplaint,
  approveAnswer,
  carryOutAnswer,
  escalateComplaint,
  investigateComplaint,
  proposeAnswer,
} from "../complaint/index";
import { withActor } from "../context";
import { metered } from "../table/client";
import { ownDatabase } from "../testing/own-database";
import { type Cast, messagesOf, mintCast, report } from "../ticket/cast.testing";
import type { Told } from "../ticket/clock.entity";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  contactResident,
  getTicket,
  listOverdue,
  pauseOrder,
  reopenTicket,
  startTicket,
  voidTicket,
} from "../ticket/index";
import { sweepClocks } from "./index";
import { climb, ladders } from "./ladder";
import { listUnheard } from "./unheard";

const start = "2026-11-20T02:00:00.000Z";
const after = (amount: Parameters<typeof plus>[1]) => plus(start, amount);
ownDatabase();
let cast: Cast;
beforeEach(async () => {
  cast = await mintCast();
});

const as = <T>(actor: MemberActor, at: string, body: () => T) => asIfAt(at, () => withActor(actor, body));
const sweepAt = (at: string) => asIfAt(at, sweepClocks);
const taken = async (at = start, more: Parameters<typeof report>[1] = {}) => {
  const { ticketId } = await asIfAt(at, () => report(cast, more));
  await as(cast.desk, at, () => assignTicket({ ticketId, trade: "engineering" }));
  await as(cast.technician, at, () => acceptTicket({ ticketId }));
  return ticketId;
};
/** Who of the cast was told so, in order. */
const told = async (ticketId: string, about: RegExp) => {
  const names = new Map<string, string>(
    Object.entries(cast).flatMap(([name, one]) =>
      typeof one === "object" && "memberId" in one
        ? [[`${one.memberId.toLowerCase()}@example.com`, name] as const]
        : [],
    ),
  );
  return (await messagesOf(cast, ticketId))
    .filter(({ template, text }) => template === "clockPassed" && about.test(text))
    .map(({ to }) => names.get(to));
};

describe("a clock that passes", () => {
  it("is told to who has it and the manager, a step later to headquarters, then to the director; each once", async () => {
    const ticketId = await taken();
    const done = /没有办结/;
    await sweepAt(after({ hours: 47 }));
    expect(await told(ticketId, done)).toEqual([]);
    const due = after({ days: 2 });
    await Promise.all([sweepAt(due), sweepAt(due)]);
    await sweepAt(plus(due, { hours: 23 }));
    expect((await told(ticketId, done)).sort()).toEqual(["manager", "technician"]);
    await sweepAt(plus(due, { hours: 24 }));
    await sweepAt(plus(due, { hours: 25 }));
    expect((await told(ticketId, done)).slice(2)).toEqual(["headquarters"]);
    await sweepAt(plus(due, { hours: 48 }));
    for (const days of [3, 10]) await sweepAt(plus(due, { days }));
    expect((await told(ticketId, done)).slice(3)).toEqual(["headquarters"]);
    const late = await as(cast.headquarters, plus(due, { days: 3 }), () => listOverdue({}));
    expect(late.items).toMatchObject([{ ticketId, late: "completion", rung: 3 }]);
  });

  it("is told to nobody once it is met, and anew once it starts anew", async () => {
    const ticketId = await taken();
    await as(cast.technician, after({ hours: 1 }), () => startTicket({ ticketId }));
    await as(cast.technician, after({ hours: 2 }), () => completeTicket({ ticketId, note: "好了" }));
    await sweepAt(after({ days: 20 }));
    expect(await told(ticketId, /./)).toEqual([]);
    await as(cast.desk, after({ days: 20 }), () => reopenTicket({ ticketId, note: "又漏了" }));
    await sweepAt(after({ days: 21 }));
    expect(await told(ticketId, /./)).toEqual([]);
    await sweepAt(after({ days: 22, minutes: 1 }));
    expect((await told(ticketId, /没有办结/)).sort()).toEqual(["manager", "technician"]);
    const other = (await asIfAt(start, () => report(cast))).ticketId;
    await as(cast.desk, after({ minutes: 1 }), () => voidTicket({ ticketId: other, note: "误报" }));
    await sweepAt(after({ days: 30 }));
    expect(await told(other, /./)).toEqual([]);
  });

  it("of what nobody took up is told to the front desk, of what nobody came to by the firm's own step", async () => {
    const { ticketId } = await asIfAt(start, () => report(cast, { kind: "emergency", category: "gas" }));
    await sweepAt(after({ minutes: 6 }));
    expect((await told(ticketId, /没有人响应/)).sort()).toEqual(["desk", "manager", "second"]);
    await as(cast.headquarters, start, () =>
      setFirmClocks({
        rules: [{ clock: "escalation", kind: "emergency", amount: 10, unit: "minutes", counting: "always" }],
      }),
    );
    await as(cast.desk, after({ minutes: 7 }), () => assignTicket({ ticketId, trade: "engineering" }));
    await sweepAt(after({ minutes: 31 }));
    await sweepAt(after({ minutes: 41 }));
    const there = await told(ticketId, /没有到场/);
    expect(there.sort()).toEqual(["headquarters", "manager", "mate", "roving", "technician"]);
  });

  it("of the quality department runs from when it is handed a complaint until that is answered, and anew when it is handed it again", async () => {
    const { ticketId } = await asIfAt(start, () => report(cast, { kind: "complaint", category: "service" }));
    const quality = /品质部门/;
    const note = "如上";
    const seen = () => as(cast.manager, start, () => getTicket({ ticketId }));
    expect((await seen()).qualityDueAt).toBeUndefined();
    await as(cast.desk, after({ hours: 1 }), () => escalateComplaint({ ticketId, note }));
    // Three working days, over one weekend.
    const due = after({ days: 5, hours: 1 });
    expect((await seen()).qualityDueAt).toBe(due);
    await sweepAt(plus(due, { minutes: -1 }));
    expect(await told(ticketId, quality)).toEqual([]);
    await sweepAt(due);
    expect(await told(ticketId, quality)).toEqual(["headquarters"]);
    await sweepAt(plus(due, { days: 1 }));
    expect(await told(ticketId, quality)).toEqual(["headquarters", "headquarters"]);

    const steps = plus(due, { days: 2 });
    const by = <T>(actor: MemberActor, body: () => Promise<T>) => as(actor, steps, body);
    await by(cast.desk, () => investigateComplaint({ ticketId, note }));
    await by(cast.desk, () => proposeAnswer({ ticketId, note }));
    await by(cast.headquarters, () => approveAnswer({ ticketId }));
    await by(cast.desk, () => carryOutAnswer({ ticketId, note }));
    const answer = { found: note, done: note, improved: note, way: "phone" as const };
    await by(cast.desk, () => answerComplaint({ ticketId, ...answer }));
    await sweepAt(plus(due, { days: 30 }));
    expect(await told(ticketId, quality)).toHaveLength(2);
    // A Wednesday: three working days on is Monday.
    await as(cast.desk, plus(due, { days: 28 }), () => reopenTicket({ ticketId, note }));
    expect((await seen()).qualityDueAt).toBe(plus(due, { days: 33 }));
  });

  it("costs a schedule what is due, however much is open", async () => {
    const cost = async () => (await metered(() => sweepAt(after({ hours: 1 })))).spent.read;
    await cost();
    const before = await cost();
    for (let i = 0; i < 30; i++) await taken();
    expect(await cost()).toBeLessThanOrEqual(before);
  });
});

describe("a resident who should have heard", () => {
  const unheard = async (at: string, actor = cast.desk, projectId?: string) =>
    (await as(actor, at, () => listUnheard({ projectId }))).items.map(({ ticketId }) => ticketId);

  beforeEach(async () => {
    await as(cast.headquarters, start, () =>
      setFirmClocks({
        rules: [{ clock: "completion", kind: "repair", amount: 9, unit: "days", counting: "always" }],
      }),
    );
  });
  const reports = async (ticketId: string) =>
    (await messagesOf(cast, ticketId)).filter(({ template }) => template === "ticketProgress");

  it("does, every two days from the last word with them, result or no result, and what comes next", async () => {
    const ticketId = await taken();
    await sweepAt(after({ days: 2, minutes: -1 }));
    expect(await reports(ticketId)).toEqual([]);
    await Promise.all([sweepAt(after({ days: 2 })), sweepAt(after({ days: 2 }))]);
    await sweepAt(after({ days: 3 }));
    const [first, ...more] = await reports(ticketId);
    expect(more).toEqual([]);
    expect(first?.to).toBe("+8613800001111");
    expect(first?.text).toMatch(/已派人处理，预计11月29日前完成 http/);
    expect(await told(ticketId, /告知进度/)).toEqual([]);
    expect(await unheard(after({ days: 3 }))).toEqual([]);
    const seen = await as(cast.desk, after({ days: 3 }), () => getTicket({ ticketId }));
    expect(seen).toMatchObject({ state: "accepted", progressDueAt: after({ days: 4 }) });
    expect(seen.history.at(-1)).toMatchObject({ action: "report", at: after({ days: 2 }), by: "system" });

    await as(cast.technician, after({ days: 3 }), () => contactResident({ ticketId, note: "配件后天到" }));
    await as(cast.technician, after({ days: 3 }), () =>
      pauseOrder({ ticketId, note: "等阀门", cause: "parts" }),
    );
    await sweepAt(after({ days: 4 }));
    expect(await reports(ticketId)).toHaveLength(1);
    await sweepAt(after({ days: 5 }));
    expect((await reports(ticketId)).map(({ text }) => /在等配件材料/.test(text))).toEqual([false, true]);
    await as(cast.technician, after({ days: 6 }), () => completeTicket({ ticketId, note: "好了" }));
    await sweepAt(after({ days: 20 }));
    expect(await reports(ticketId)).toHaveLength(2);
  });

  it("at night does in the morning, and of a complaint learns nothing but that it is looked into", async () => {
    const evening = "2026-11-20T15:00:00.000Z";
    const { ticketId } = await asIfAt(evening, () =>
      report(cast, { kind: "complaint", category: "service", words: "前台态度差" }),
    );
    await sweepAt(plus(evening, { days: 2 }));
    const [sent] = await reports(ticketId);
    expect(sent?.text).toMatch(/正在安排人处理，预计12月1日前答复您/);
    expect(sent?.notBefore).toBe("2026-11-23T00:00:00.000Z");
  });

  it("and was promised a call is called by then, by who has the ticket: no report takes its place", async () => {
    const { ticketId } = await asIfAt(start, () => report(cast, { kind: "inquiry", category: "fees" }));
    const promised = after({ hours: 5 });
    const promise = (callBackAt: string) =>
      as(cast.desk, start, () => contactResident({ ticketId, note: "问财务后回电", callBackAt }));
    await expect(promise(start)).rejects.toMatchObject({ code: "bad_request", field: "callBackAt" });
    await promise(promised);
    await sweepAt(after({ hours: 4 }));
    expect(await unheard(after({ hours: 4 }))).toEqual([]);
    await sweepAt(promised);
    await sweepAt(after({ days: 9 }));
    expect(await reports(ticketId)).toEqual([]);
    expect((await told(ticketId, /告知进度/)).sort()).toEqual(["desk", "second"]);
    expect(await unheard(promised)).toEqual([ticketId]);
    const seen = await as(cast.desk, promised, () => getTicket({ ticketId }));
    expect(seen.history.at(-1)).toMatchObject({ action: "contact", appointmentAt: promised });
    const called = await as(cast.desk, after({ days: 9 }), () =>
      contactResident({ ticketId, note: "已回电说明" }),
    );
    expect(called).toMatchObject({ progressDueAt: after({ days: 11 }) });
    expect(called.promisedAt).toBeUndefined();
    expect(await unheard(after({ days: 9 }))).toEqual([]);
  });

  it("but left no address is a duty of who has the ticket, shown until somebody speaks with them, and again two days later", async () => {
    const ticketId = await taken(start, { reporter: { name: "李大爷" } });
    await sweepAt(after({ days: 1 }));
    expect(await unheard(after({ days: 1 }))).toEqual([]);
    await sweepAt(after({ days: 2 }));
    await sweepAt(after({ days: 3 }));
    expect(await told(ticketId, /告知进度/)).toEqual(["technician"]);
    expect(await unheard(after({ days: 3 }))).toEqual([ticketId]);
    await as(cast.technician, after({ days: 3 }), () => contactResident({ ticketId, note: "配件后天到" }));
    expect(await unheard(after({ days: 3 }))).toEqual([]);
    await sweepAt(after({ days: 5 }));
    expect(await unheard(after({ days: 5 }))).toEqual([ticketId]);
    await as(cast.technician, after({ days: 6 }), () => completeTicket({ ticketId, note: "好了" }));
    expect(await unheard(after({ days: 6 }))).toEqual([]);
  });

  it("stands in the lists of their project alone, page by page", async () => {
    const there = { projectId: cast.other.projectId, houseId: cast.foreign, reporter: {} };
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) {
      const more = { channel: "online" as const, ...(i % 2 ? there : {}) };
      ids.push((await asIfAt(after({ minutes: i }), () => report(cast, more))).ticketId);
    }
    await sweepAt(after({ hours: 1 }));
    const at = after({ hours: 1 });
    const here = [ids[0], ids[2], ids[4]];
    expect(await unheard(at, cast.manager)).toEqual(here);
    expect(await unheard(at, cast.headquarters, cast.projectId)).toEqual(here);
    expect(await unheard(at, cast.elsewhere)).toEqual([ids[1], ids[3], ids[5]]);
    expect((await unheard(at)).sort()).toEqual([...ids].sort());
    const both = cast.member("front_desk", [cast.projectId, cast.other.projectId]);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await as(both, at, () => listUnheard({ limit: 2, cursor }));
      paged.push(...page.items.map(({ ticketId }) => ticketId));
      cursor = page.cursor;
    } while (cursor);
    expect(paged).toEqual(await unheard(at, both));
    expect(paged).toHaveLength(6);
    await expect(unheard(at, cast.elsewhere, cast.projectId)).rejects.toMatchObject({ code: "not_found" });
  });
});

it("however often and late it is climbed, each rung is told once, in order and not before its time", () => {
  const about = { kind: "repair" as const, category: "leak", urgency: "ordinary" as const };
  const timing = usualTiming();
  const times = fc.array(fc.integer({ min: -100, max: 100 * 60 }), { maxLength: 8 });
  fc.assert(
    fc.property(times, (minutes) => {
      let before: Told | undefined;
      const heard: { station: string; at: string }[] = [];
      for (const minute of [...minutes].sort((a, b) => a - b)) {
        const at = after({ minutes: minute });
        const { tell, told: now } = climb(about, { clock: "completion", dueAt: start }, before, at, timing);
        heard.push(...tell.map((station) => ({ station, at })));
        before = now;
      }
      const last = after({ minutes: Math.max(...minutes, -100) });
      const step = (n: number) => {
        let at = start;
        for (let i = 0; i < n; i++) at = dueOf(timing, "escalation", about, at) ?? at;
        return at;
      };
      const expected = ladders.completion.flatMap((stations, rung) => (step(rung) <= last ? stations : []));
      expect(heard.map(({ station }) => station)).toEqual(expected);
    }),
  );
});
