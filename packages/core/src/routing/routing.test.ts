import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt } from "../clock";
import { withActor } from "../context";
import { sweepDayChecks } from "../day-check/index";
import { newId } from "../id";
import { Member, type MemberItem } from "../member/index";
import { Work } from "../table/work";
import { ownDatabase } from "../testing/own-database";
import { type Cast, messagesOf, mintCast, report } from "../ticket/cast.testing";
import { acceptTicket, getTicket, listTickets, listWork, refuseTicket } from "../ticket/index";
import { getRouting, setRouting, tryRouting } from "./index";
import type { Rule } from "./rule";

ownDatabase();
let cast: Cast;
beforeEach(async () => {
  cast = await mintCast();
});

const shanghai = (time: string) => new Date(`2026-11-20T${time}:00+08:00`).toISOString();
const rule = (more: Partial<Rule> = {}): Rule => ({
  name: "漏水找工程",
  kind: "repair",
  category: "leak",
  projectIds: "all",
  when: { at: "always" },
  to: { trade: "engineering" },
  ...more,
});
const as = <T>(actor: MemberActor, body: () => Promise<T>) => withActor(actor, body);
const set = (...rules: Rule[]) => as(cast.headquarters, () => setRouting({ rules }));
const seen = (ticketId: string) => as(cast.desk, () => getTicket({ ticketId }));

describe("a new ticket", () => {
  it("goes to the trade a rule names, which its history says; the first response is still owed", async () => {
    await set(rule());
    const ticket = await report(cast);
    expect(ticket).toMatchObject({ state: "assigned", trade: "engineering", routed: true });
    expect(ticket.respondedAt).toBeUndefined();
    const { history, orders, suggested } = await seen(ticket.ticketId);
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({
      ...{ action: "register", to: "assigned", rule: "漏水找工程", trade: "engineering" },
    });
    expect(orders).toMatchObject([{ order: 1, state: "waiting", trade: "engineering" }]);
    expect(suggested).toBeUndefined();
    const work = await as(cast.technician, () => listWork({}));
    expect(work.items.map(({ ticketId }) => ticketId)).toEqual([ticket.ticketId]);
    const taken = await as(cast.technician, () => acceptTicket({ ticketId: ticket.ticketId }));
    expect(taken.respondedAt).toBeDefined();
  });

  it("goes to the person a rule names; given back, it is suggested again", async () => {
    const { memberId, name } = cast.technician;
    await set(rule({ to: { memberId, trade: "engineering" } }));
    const { ticketId } = await report(cast);
    expect(await seen(ticketId)).toMatchObject({
      state: "assigned",
      assigneeId: memberId,
      assigneeName: name,
    });
    await as(cast.technician, () => refuseTicket({ ticketId, note: "不在班" }));
    expect(await seen(ticketId)).toMatchObject({
      state: "registered",
      suggested: { rule: "漏水找工程", assigneeId: memberId, assigneeName: name, trade: "engineering" },
    });
  });

  it("that no rule fits waits for the front desk", async () => {
    await set(rule({ category: "lift" }), rule({ name: "别处", projectIds: [cast.other.projectId] }));
    const ticket = await report(cast);
    expect(ticket).toMatchObject({ state: "registered" });
    const { history } = await seen(ticket.ticketId);
    expect(history[0]?.rule).toBeUndefined();
  });

  it("goes by the first rule that fits, at its hours", async () => {
    const night = { at: "hours" as const, days: ["fri" as const], from: "18:00", to: "08:00" };
    await set(
      rule({ name: "夜间", when: night, to: { trade: "security" } }),
      rule({ name: "上班", when: { at: "business" } }),
      rule({ name: "其余", to: { trade: "front_desk" } }),
    );
    const trade = async (at: string) => (await asIfAt(at, () => report(cast))).trade;
    expect(await trade(shanghai("10:00"))).toBe("engineering");
    expect(await trade(shanghai("12:30"))).toBe("front_desk");
    expect(await trade(shanghai("18:00"))).toBe("security");
    const saturday = new Date("2026-11-21T07:59:00+08:00").toISOString();
    expect(await trade(saturday)).toBe("security");
    const asked = { projectId: cast.projectId, kind: "repair" as const, category: "leak" };
    expect(await as(cast.desk, () => tryRouting({ ...asked, at: saturday }))).toMatchObject({ rule: "夜间" });
    expect(await as(cast.desk, () => tryRouting({ ...asked, category: "lift", at: saturday }))).toEqual({});
  });
});

describe("a rule whose person cannot do it", () => {
  const change = (changes: Partial<MemberItem>) =>
    cast.asSystem(async () => {
      const work = new Work(cast.tenantId);
      work.patch(Member, await Member.need(cast.technician), changes);
      await work.commit();
    });
  const toDispatch = async () =>
    (await as(cast.desk, () => listTickets({ projectId: cast.projectId, state: "registered" }))).items;

  it.each([
    ["disabled", () => ({ state: "disabled" as const })],
    ["elsewhere", () => ({ projectIds: [cast.other.projectId] })],
    ["role", () => ({ role: "auditor" as const })],
  ] as const)("as they are %s leaves the ticket to the front desk, and says so", async (fault, happens) => {
    await set(rule({ projectIds: [cast.projectId], to: { memberId: cast.technician.memberId } }));
    await change(happens());
    const ticket = await report(cast);
    expect(ticket).toMatchObject({ state: "registered" });
    expect(ticket.routed).toBeUndefined();
    expect((await toDispatch()).map(({ ticketId }) => ticketId)).toEqual([ticket.ticketId]);
    const { history, suggested } = await seen(ticket.ticketId);
    expect(history[0]).toMatchObject({ rule: "漏水找工程", ruleFault: fault, to: "registered" });
    expect(suggested).toBeUndefined();
    const page = await as(cast.headquarters, () => getRouting({}));
    expect(page.items).toMatchObject([{ memberName: cast.technician.name, fault }]);
    const asked = { projectId: cast.projectId, kind: "repair" as const, category: "leak" };
    expect(await as(cast.desk, () => tryRouting(asked))).toEqual({ rule: "漏水找工程", fault });
    // Other rules can still be set beside it.
    expect(
      (
        await set(
          ...page.items.map(({ memberName: _name, rosterName: _roster, fault: _fault, ...one }) => one),
          rule({ name: "又一条" }),
        )
      ).items,
    ).toHaveLength(2);
  });
});

describe("the rules", () => {
  it("name what is the firm's own, each name once, and are set by headquarters", async () => {
    await expect(set(rule({ to: { memberId: newId("member") } }))).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(set(rule({ projectIds: [newId("project")] }))).rejects.toMatchObject({ code: "not_found" });
    await expect(set(rule({ category: "nosuch" }))).rejects.toMatchObject({ field: "rules.0.category" });
    await expect(set(rule(), rule())).rejects.toMatchObject({ field: "rules" });
    await expect(as(cast.manager, () => setRouting({ rules: [] }))).rejects.toMatchObject({
      code: "forbidden",
    });
    expect((await set()).items).toEqual([]);
  });
});

it("what a rule gave out is looked at in the evening like all other dispatches", async () => {
  await set(rule());
  const day = await asIfAt(shanghai("09:00"), () => report(cast));
  const done = await asIfAt(shanghai("10:00"), () => report(cast, { category: "lift" }));
  const later = await asIfAt(shanghai("18:30"), () => report(cast));
  await asIfAt(shanghai("18:40"), sweepDayChecks);
  const told = () => messagesOf(cast, cast.projectId);
  expect(
    (await told()).map(({ text }) => [day, done, later].map(({ number }) => text.includes(number))),
  ).toEqual([[true, false, false]]);
  await asIfAt(new Date("2026-11-21T18:00:00+08:00").toISOString(), sweepDayChecks);
  const texts = (await told()).map(({ text }) => text);
  expect(texts).toHaveLength(2);
  expect(texts.some((text) => text.includes(later.number) && !text.includes(day.number))).toBe(true);
});
