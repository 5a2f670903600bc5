import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { listAudit } from "../audit/index";
import { weekdays } from "../calendar/calendar";
import { asIfAt } from "../clock";
import { keepConfidential } from "../complaint/index";
import { withActor } from "../context";
import { createRoster, getRoster, listRosters, removeRoster, setRosterDay } from "../roster/index";
import { setRouting, tryRouting } from "../routing/index";
import { ownDatabase } from "../testing/own-database";
import { type Cast, mintCast, report } from "../ticket/cast.testing";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  getTicket,
  listWork,
  pauseOrder,
  splitTicket,
  startTicket,
} from "../ticket/index";
import {
  getHandover,
  getOpenWork,
  giveHandover,
  listHandovers,
  takeHandover,
  withdrawHandover,
} from "./index";
import { nextHandoverState } from "./party";
import { type HandoverParty, handoverActions, handoverStates } from "./states";

ownDatabase();
let cast: Cast;
let rosterId: string;

const at = (time: string, day = "20") => new Date(`2026-11-${day}T${time}:00+08:00`).toISOString();
const as = <T>(actor: MemberActor, time: string, body: () => Promise<T>) =>
  asIfAt(time, () => withActor(actor, body));

/** Technician by day, mate by night. */
beforeEach(async () => {
  cast = await mintCast();
  const every = { days: [...weekdays] };
  const shifts = [
    { ...every, shift: 1, name: "白班", from: "08:00", to: "20:00", memberIds: [cast.technician.memberId] },
    { ...every, shift: 2, name: "夜班", from: "20:00", to: "08:00", memberIds: [cast.mate.memberId] },
  ];
  const given = { projectId: cast.projectId, name: "工程值班", trade: "engineering" as const, shifts };
  rosterId = (await as(cast.desk, at("07:00"), () => createRoster(given))).rosterId;
});

const given = async (category: string, to: MemberActor = cast.technician) => {
  const ticket = await asIfAt(at("10:00"), () => report(cast, { category }));
  const { ticketId } = ticket;
  await as(cast.desk, at("10:01"), () => assignTicket({ ticketId, assigneeId: to.memberId }));
  return ticket;
};
const open = (actor = cast.technician, time = at("19:50")) =>
  as(actor, time, () => getOpenWork({ rosterId }));
const give = (input: Partial<Parameters<typeof giveHandover>[0]> = {}) =>
  as(cast.technician, at("19:55"), () => giveHandover({ rosterId, ...input }));
const take = (handoverId: string, actor = cast.mate) =>
  as(actor, at("20:05"), () => takeHandover({ handoverId }));
const seen = (ticketId: string) => as(cast.desk, at("20:10"), () => getTicket({ ticketId }));

describe("the open work of a shift", () => {
  it("is what its people have, and what waits for their trade: the most pressing first, nobody else's", async () => {
    const held = await given("leak");
    await given("lift", cast.mate);
    const urgent = await asIfAt(at("11:00"), () =>
      report(cast, { category: "electrical", urgency: "urgent" }),
    );
    await as(cast.desk, at("11:01"), () => assignTicket({ ticketId: urgent.ticketId, trade: "engineering" }));
    const done = await given("lighting");
    await as(cast.technician, at("12:00"), () => acceptTicket({ ticketId: done.ticketId }));
    await as(cast.technician, at("12:01"), () => completeTicket({ ticketId: done.ticketId, note: "好了" }));
    const { items, shiftName, mayGive } = await open();
    expect({ shiftName, mayGive }).toEqual({ shiftName: "白班", mayGive: true });
    expect(items.map(({ ticketId, holderId }) => [ticketId, holderId])).toEqual([
      [urgent.ticketId, undefined],
      [held.ticketId, cast.technician.memberId],
    ]);
  });
});

it("of the front desk is also what is still to be given out, which stays with the whole desk", async () => {
  const shift = { shift: 1, name: "白班", days: [...weekdays], from: "08:00", to: "20:00" };
  const desk = await as(cast.desk, at("07:00"), () =>
    createRoster({
      ...{ projectId: cast.projectId, name: "前台", trade: "front_desk" },
      shifts: [{ ...shift, memberIds: [cast.desk.memberId] }],
    }),
  );
  const ofDesk = { rosterId: desk.rosterId };
  const fresh = await asIfAt(at("18:00"), () => report(cast));
  const own = await given("lift", cast.desk);
  await given("lighting");
  const { items } = await as(cast.desk, at("19:50"), () => getOpenWork(ofDesk));
  expect(items.map(({ ticketId }) => ticketId)).toEqual([own.ticketId, fresh.ticketId]);
  const { handoverId } = await as(cast.desk, at("19:55"), () => giveHandover(ofDesk));
  const taken = await take(handoverId, cast.second);
  expect(taken.items.map(({ became }) => became)).toEqual(["moved", undefined]);
  expect((await seen(fresh.ticketId)).state).toBe("registered");
  expect((await seen(own.ticketId)).assigneeId).toBe(cast.second.memberId);
});

describe("a shift that is handed over", () => {
  it("gives what its people had to the taker as it stands, with what was said of it; the history shows it", async () => {
    const [waiting, started, resting] = [await given("leak"), await given("lift"), await given("entrance")];
    for (const { ticketId } of [started, resting]) {
      await as(cast.technician, at("11:00"), () => acceptTicket({ ticketId }));
      await as(cast.technician, at("11:01"), () => startTicket({ ticketId }));
    }
    await as(cast.technician, at("12:00"), () => pauseOrder({ ticketId: resting.ticketId, note: "等配件" }));
    const notes = [{ ticketId: started.ticketId, order: 1, note: "配件明早到" }];
    const handover = await give({ note: "三号楼注意", notes });
    expect(handover).toMatchObject({ state: "given", shiftName: "白班", shiftDate: "2026-11-20", left: 3 });
    expect(handover.may).toEqual(["withdraw"]);
    const taken = await take(handover.handoverId);
    expect(taken).toMatchObject({ state: "taken", toName: cast.mate.name, left: 0, takenAt: at("20:05") });
    expect(taken.items.map(({ became }) => became)).toEqual(["moved", "moved", "moved"]);
    const states = await Promise.all([waiting, started, resting].map(({ ticketId }) => seen(ticketId)));
    expect(states.map(({ orders }) => [orders[0]?.assigneeId, orders[0]?.state])).toEqual([
      [cast.mate.memberId, "accepted"],
      [cast.mate.memberId, "started"],
      [cast.mate.memberId, "paused"],
    ]);
    expect(states.map(({ pausedAt }) => pausedAt !== undefined)).toEqual([false, false, true]);
    expect(states[1]?.history.at(-1)).toMatchObject({
      ...{ action: "takeOver", note: "配件明早到", byName: cast.mate.name, assigneeName: cast.mate.name },
    });
    expect((await as(cast.technician, at("20:30"), () => listWork({}))).items).toEqual([]);
    expect((await as(cast.mate, at("20:30"), () => listWork({}))).items).toHaveLength(3);
    const trail = await as(cast.headquarters, at("20:30"), () => listAudit({ month: "2026-11", limit: 100 }));
    const entries = trail.items.filter(({ verb }) => verb === "handover.take");
    expect(entries.map(({ subjectId }) => subjectId).sort()).toEqual(
      [handover, waiting, started, resting]
        .map((one) => ("handoverId" in one ? one.handoverId : one.ticketId))
        .sort(),
    );
  });

  it("leaves what was done or given to others in between where it is", async () => {
    const [done, moved, left] = [await given("leak"), await given("lift"), await given("entrance")];
    const { handoverId } = await give();
    await as(cast.desk, at("19:57"), () => completeTicket({ ticketId: done.ticketId, note: "好了" }));
    await as(cast.desk, at("19:58"), () =>
      assignTicket({ ticketId: moved.ticketId, assigneeId: cast.roving.memberId }),
    );
    const taken = await take(handoverId);
    const became = (ticketId: string) => taken.items.find((one) => one.ticketId === ticketId)?.became;
    expect([done, moved, left].map(({ ticketId }) => became(ticketId))).toEqual([
      "settled",
      "settled",
      "moved",
    ]);
    expect((await seen(moved.ticketId)).assigneeId).toBe(cast.roving.memberId);
  });

  it("of more work than one transaction holds is taken in several, several orders of a ticket one by one", async () => {
    const tickets = [];
    for (let i = 0; i < 17; i++) tickets.push(await given("leak"));
    const [first] = tickets;
    await as(cast.desk, at("10:30"), () =>
      splitTicket({ ticketId: first?.ticketId ?? "", assigneeId: cast.technician.memberId }),
    );
    const { handoverId, left } = await give();
    expect(left).toBe(18);
    const half = await take(handoverId);
    expect(half).toMatchObject({ state: "taking", left: 3 });
    await expect(take(handoverId, cast.roving)).rejects.toMatchObject({ code: "forbidden" });
    await expect(give()).rejects.toMatchObject({ code: "conflict" });
    expect(await take(handoverId)).toMatchObject({ state: "taken", left: 0 });
    await expect(take(handoverId)).rejects.toMatchObject({ code: "conflict" });
    expect((await as(cast.mate, at("20:30"), () => listWork({ limit: 50 }))).items).toHaveLength(18);
  });

  it("neither shows nor gives its taker a complaint that has come to be about them", async () => {
    const complaint = await asIfAt(at("10:00"), () =>
      report(cast, { kind: "complaint", category: "service" }),
    );
    const { ticketId } = complaint;
    await as(cast.desk, at("10:01"), () => assignTicket({ ticketId, assigneeId: cast.technician.memberId }));
    await given("leak");
    const { handoverId, items } = await give();
    expect(items).toHaveLength(2);
    await as(cast.desk, at("19:58"), () => keepConfidential({ ticketId, about: [cast.mate.memberId] }));
    const mate = { ...cast.mate, shielded: true as const };
    const looked = await as(mate, at("20:00"), () => getHandover({ handoverId }));
    expect([looked.items.map(({ category }) => category), looked.left]).toEqual([["leak"], 1]);
    expect(await take(handoverId, mate)).toMatchObject({ state: "taken", left: 0 });
    expect((await seen(ticketId)).assigneeId).toBe(cast.technician.memberId);
    const kept = await as(cast.desk, at("20:10"), () => getHandover({ handoverId }));
    expect(kept.items.find((one) => one.ticketId === ticketId)?.became).toBe("settled");
  });

  it("is taken by one of two who try at once", async () => {
    await given("leak");
    const { handoverId } = await give();
    const tried = await Promise.allSettled([take(handoverId), take(handoverId, cast.manager)]);
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  it("is taken back while nobody took it, by who gave it alone; then it may be given anew", async () => {
    const { handoverId } = await give();
    const back = (actor: MemberActor) => as(actor, at("19:58"), () => withdrawHandover({ handoverId }));
    await expect(back(cast.mate)).rejects.toMatchObject({ code: "forbidden" });
    await expect(take(handoverId, cast.technician)).rejects.toMatchObject({ code: "forbidden" });
    expect(await back(cast.technician)).toMatchObject({ state: "withdrawn" });
    await expect(take(handoverId)).rejects.toMatchObject({ code: "conflict" });
    const next = await as(cast.technician, at("19:59"), () => giveHandover({ rosterId }));
    const listed = await as(cast.desk, at("20:00"), () => listHandovers({ rosterId, limit: 10 }));
    expect(listed.items.map((one) => [one.handoverId, one.state])).toEqual([
      [next.handoverId, "given"],
      [handoverId, "withdrawn"],
    ]);
  });

  it("is neither given nor taken by who has no part in the roster, nor seen from elsewhere", async () => {
    await expect(as(cast.cleaner, at("19:55"), () => giveHandover({ rosterId }))).rejects.toMatchObject({
      code: "forbidden",
    });
    const { handoverId } = await give();
    await expect(take(handoverId, cast.cleaner)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = () => as(cast.elsewhere, at("20:00"), () => getHandover({ handoverId }));
    await expect(elsewhere()).rejects.toMatchObject({ code: "not_found" });
    await expect(take(handoverId, cast.elsewhere)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the machine of a handover", () => {
  const told: Record<string, [HandoverParty, string]> = {
    "given take": ["successor", "taking"],
    "given withdraw": ["giver", "withdrawn"],
    "taking take": ["taker", "taking"],
  };
  it.each(handoverStates.flatMap((state) => handoverActions.map((action) => [state, action] as const)))(
    "%s × %s",
    (state, action) => {
      const [who, to] = told[`${state} ${action}`] ?? [];
      for (const party of ["giver", "successor", "taker", undefined] as const) {
        const act = () => nextHandoverState(state, action, new Set(party ? [party] : []));
        if (!to) expect(act).toThrow(expect.objectContaining({ code: "conflict" }));
        else if (party === who) expect(act()).toBe(to);
        else expect(act).toThrow(expect.objectContaining({ code: "forbidden" }));
      }
    },
  );
});

describe("a roster", () => {
  it("says who is on duty, swapped for a day, and back", async () => {
    const now = async (time: string) => {
      const { items } = await as(cast.desk, time, () => listRosters({ projectId: cast.projectId }));
      return items[0]?.now.map(({ name, people }) => [name, ...people.map((one) => one.name)]);
    };
    expect(await now(at("19:59"))).toEqual([["白班", cast.technician.name]]);
    expect(await now(at("02:00", "21"))).toEqual([["夜班", cast.mate.name]]);
    const day = { rosterId, date: "2026-11-20", shift: 2 };
    await as(cast.desk, at("09:00"), () => setRosterDay({ ...day, memberIds: [cast.roving.memberId] }));
    expect(await now(at("02:00", "21"))).toEqual([["夜班", cast.roving.name]]);
    expect(await now(at("02:00", "22"))).toEqual([["夜班", cast.mate.name]]);
    const { week } = await as(cast.desk, at("09:00"), () => getRoster({ rosterId }));
    expect(week).toHaveLength(14);
    expect(week.filter(({ excepted }) => excepted).map(({ date, name }) => [date, name])).toEqual([
      ["2026-11-20", "夜班"],
    ]);
    await as(cast.desk, at("09:00"), () => setRosterDay(day));
    expect(await now(at("02:00", "21"))).toEqual([["夜班", cast.mate.name]]);
  });

  it("is of people who work in its project, and of one's own projects", async () => {
    const shift = { shift: 1, name: "班", days: ["mon" as const], from: "08:00", to: "20:00" };
    const make = (memberId: string) =>
      as(cast.desk, at("09:00"), () =>
        createRoster({
          ...{ projectId: cast.projectId, name: "x", trade: "engineering" },
          shifts: [{ ...shift, memberIds: [memberId] }],
        }),
      );
    await expect(make(cast.elsewhere.memberId)).rejects.toMatchObject({ code: "bad_request" });
    await expect(make(cast.cashier.memberId)).rejects.toMatchObject({ code: "bad_request" });
    const seenElsewhere = await as(cast.elsewhere, at("09:00"), () => listRosters({}));
    expect(seenElsewhere.items).toEqual([]);
  });

  it("gives new tickets to who is on duty by a rule, else leaves them to the front desk", async () => {
    const to = { rosterId };
    const rule = { name: "值班", projectIds: "all" as const, when: { at: "always" as const }, to };
    await as(cast.headquarters, at("07:00"), () => setRouting({ rules: [rule] }));
    const reported = (time: string) => asIfAt(time, () => report(cast));
    expect(await reported(at("12:00"))).toMatchObject({
      ...{ state: "assigned", assigneeId: cast.technician.memberId, trade: "engineering" },
    });
    expect(await reported(at("23:00"))).toMatchObject({ assigneeId: cast.mate.memberId });
    await as(cast.desk, at("12:00"), () =>
      setRosterDay({ rosterId, date: "2026-11-20", shift: 2, memberIds: [] }),
    );
    const { ticketId, state } = await reported(at("23:00"));
    expect(state).toBe("registered");
    expect((await seen(ticketId)).history[0]).toMatchObject({ rule: "值班", ruleFault: "nobodyOnDuty" });
    await as(cast.desk, at("12:00"), () => removeRoster({ rosterId }));
    const asked = { projectId: cast.projectId, kind: "repair" as const, category: "leak" };
    expect(await as(cast.desk, at("12:00"), () => tryRouting(asked))).toEqual({
      ...{ rule: "值班", fault: "nobodyOnDuty" },
    });
  });

  it("lets those on duty take turns", async () => {
    const both = [cast.technician.memberId, cast.mate.memberId].sort();
    await as(cast.desk, at("07:00"), () =>
      setRosterDay({ rosterId, date: "2026-11-20", shift: 1, memberIds: both }),
    );
    const rule = {
      name: "值班",
      projectIds: "all" as const,
      when: { at: "always" as const },
      to: { rosterId },
    };
    await as(cast.headquarters, at("07:00"), () => setRouting({ rules: [rule] }));
    const given = [];
    for (let i = 0; i < 4; i++) given.push((await asIfAt(at("12:00"), () => report(cast))).assigneeId);
    expect(given.filter((one) => one === both[0])).toHaveLength(2);
    expect(given[0]).toBe(given[2]);
  });
});
