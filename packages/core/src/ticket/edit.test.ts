import { beforeEach, describe, expect, it } from "vitest";
import { listCallbacks } from "../callback/index";
import { asIfAt, plus } from "../clock";
import { getComplaint, keepConfidential, listComplaints } from "../complaint/index";
import { withActor } from "../context";
import { closeMonth } from "../figure/closing";
import { compare } from "../figure/compare";
import { listCorrections } from "../figure/corrections";
import { recount } from "../figure/recount";
import { openLink } from "../link/link";
import { asHolder as asQuoted, quoteTap, underWay } from "../quote/cast.testing";
import { answerQuote, getQuoted, withdrawQuote } from "../quote/index";
import { ownDatabase } from "../testing/own-database";
import { type Cast, messagesOf, mintCast, report } from "./cast.testing";
import {
  acceptTicket,
  addToTicket,
  assignTicket,
  completeTicket,
  contactResident,
  editTicket,
  getProgress,
  getTicket,
  listHouseTickets,
  pauseOrder,
  reopenTicket,
  resumeOrder,
  startTicket,
  Ticket,
} from "./index";

ownDatabase();
const start = "2026-10-12T02:00:00.000Z";
const later = (more: Parameters<typeof plus>[1]) => plus(start, more);
const note = "好了";
const other = { name: "李雷", phone: "+8613900002222" };
const of = (numerator: number, denominator: number) => ({ numerator, denominator });
let cast: Cast;
beforeEach(async () => {
  cast = await mintCast();
});

const as = withActor;
type Edit = Parameters<typeof editTicket>[0];
const correct = (ticketId: string, given: Omit<Edit, "ticketId">, at = later({ minutes: 3 })) =>
  asIfAt(at, () => as(cast.desk, () => editTicket({ ticketId, ...given })));
const reported = (more: Parameters<typeof report>[1] = {}) => asIfAt(start, () => report(cast, more));
const seen = (ticketId: string) => as(cast.desk, () => getTicket({ ticketId }));
const load = (ticketId: string) => cast.asSystem(() => Ticket.need({ ticketId }));
const inHouse = async (houseId: string) =>
  (await as(cast.desk, () => listHouseTickets({ houseId }))).items.map(({ ticketId }) => ticketId);
const tokenOf = async (ticketId: string) => (await load(ticketId)).link ?? "";
async function follow<T>(token: string, body: () => Promise<T>) {
  const { tenantId, subjectId } = await openLink(token);
  return asIfAt(later({ hours: 1 }), () => as({ type: "resident", tenantId, subjectId }, body));
}

describe("a ticket of the wrong house and person", () => {
  it("moves to the right one, with what stood there in its history, its number kept", async () => {
    const { ticketId, number } = await reported();
    const now = await correct(ticketId, { houseId: cast.next, reporter: other, channel: "visit" });
    expect(now).toMatchObject({
      ...{ number, houseId: cast.next, houseCode: "3-1-503", channel: "visit" },
      reporter: { ...other, locale: "zh-CN" },
    });
    expect([await inHouse(cast.house), await inHouse(cast.next)]).toEqual([[], [ticketId]]);
    expect((await seen(ticketId)).history.at(-1)).toMatchObject({
      ...{ action: "correct", byName: cast.desk.name, relinked: true },
      was: { house: "3-1-502", channel: "call", reporter: { name: "王芳", phone: "+8613800001111" } },
    });
    const open = await correct(ticketId, { houseId: null });
    expect([open.houseId, open.houseCode]).toEqual([undefined, undefined]);
    expect(await inHouse(cast.next)).toEqual([]);
  });

  it("is seen no more by the old link, nor what was said by it by the new one, which is sent", async () => {
    const { ticketId } = await reported();
    const old = await tokenOf(ticketId);
    await follow(old, () => addToTicket({ words: "不是我家的", files: [] }));
    await correct(ticketId, { reporter: other, words: "客厅漏水" });
    const token = await tokenOf(ticketId);
    await expect(follow(old, () => getProgress({}))).rejects.toMatchObject({ code: "not_found" });
    await expect(follow(old, () => addToTicket({ words: "x", files: [] }))).rejects.toMatchObject({
      code: "not_found",
    });
    const progress = await follow(token, () => getProgress({}));
    expect(progress.words).toBe("客厅漏水");
    expect(progress.history.map(({ what }) => what)).toEqual(["received"]);
    await follow(token, () => addToTicket({ words: "还在漏", files: [] }));
    expect((await follow(token, () => getProgress({}))).history.at(-1)?.words).toBe("还在漏");
    const sent = (await messagesOf(cast, ticketId)).filter(({ template }) => template === "ticketRegistered");
    expect(sent.map(({ to }) => to).sort()).toEqual(["+8613800001111", other.phone]);
    expect(sent.find(({ to }) => to === other.phone)?.text).toContain(token);
  });

  it("keeps its link while those who were written to stay the same, and gets one with its first number", async () => {
    const { ticketId } = await reported();
    const token = await tokenOf(ticketId);
    await correct(ticketId, { reporter: { name: "王方", phone: "+8613800001111" } });
    expect(await tokenOf(ticketId)).toBe(token);
    const silent = await reported({ reporter: { name: "路人" }, houseId: undefined });
    expect(await load(silent.ticketId)).not.toHaveProperty("link");
    await correct(silent.ticketId, { reporter: other });
    expect((await follow(await tokenOf(silent.ticketId), () => getProgress({}))).number).toBe(silent.number);
  });

  it("has its callback with whom it is of, and is told what was done where that is lately", async () => {
    const { ticketId } = await reported();
    await asIfAt(later({ hours: 1 }), () => as(cast.desk, () => completeTicket({ ticketId, note })));
    await correct(ticketId, { houseId: cast.next, reporter: other }, later({ hours: 2 }));
    const { items } = await as(cast.second, () => listCallbacks({ projectId: cast.projectId }));
    expect(items).toMatchObject([
      { ticketId, houseCode: "3-1-503", reporterName: "李雷", reporterPhone: other.phone },
    ]);
    const told = (await messagesOf(cast, ticketId)).filter(({ to }) => to === other.phone);
    expect(told.map(({ template }) => template)).toEqual(["ticketOutcome"]);
  });

  it("repeats and is repeated by the repairs of the right house", async () => {
    const done = async (at: string, more = {}) => {
      const { ticketId } = await asIfAt(at, () => report(cast, more));
      await asIfAt(at, () => as(cast.desk, () => completeTicket({ ticketId, note })));
      return ticketId;
    };
    const there = { houseId: cast.next, reporter: {} };
    const [before, wrong] = [await done(start, there), await done(later({ days: 1 }))];
    const after = await done(later({ days: 2 }), there);
    const here = await asIfAt(later({ days: 2 }), () => report(cast));
    expect(here.repeatOf).toEqual([wrong]);
    const { repeatOf, repeatedBy } = await correct(wrong, { houseId: cast.next }, later({ days: 3 }));
    expect([repeatOf, repeatedBy]).toEqual([[before], [after]]);
    const repeats = async (ticketId: string) => (await load(ticketId)).repeatOf;
    expect(await repeats(here.ticketId)).toEqual([]);
    expect((await repeats(after)).sort()).toEqual([before, wrong].sort());
    const next = await asIfAt(later({ days: 4 }), () => report(cast, there));
    expect(next.repeatOf).toContain(wrong);
    expect((await asIfAt(later({ days: 4 }), () => report(cast))).repeatOf).toEqual([]);
  });
});

describe("a ticket of the wrong kind", () => {
  it("has clocks that count from when it came in by what it is, those that were stopped kept", async () => {
    const given = { kind: "complaint", category: "service" } as const;
    const right = await reported(given);
    const { ticketId, responseDueAt } = await reported();
    await asIfAt(later({ minutes: 1 }), () => as(cast.desk, () => contactResident({ ticketId, note })));
    const now = await correct(ticketId, given);
    const { completionDueAt, completionCounting, answerDueAt } = right;
    expect(now).toMatchObject({ responseDueAt, completionDueAt, completionCounting, answerDueAt });
    expect(now.number).toMatch(/^BX/);
    const back = await correct(ticketId, { kind: "repair", category: "leak" });
    expect(back.completionDueAt).toBe((await reported()).completionDueAt);
    expect(back.answerDueAt).toBeUndefined();
  });

  it("has as much time beyond that as its work rested", async () => {
    const { ticketId } = await reported();
    await as(cast.desk, () => assignTicket({ ticketId, assigneeId: cast.technician.memberId }));
    const work = (at: string, body: () => Promise<unknown>) => asIfAt(at, () => as(cast.technician, body));
    await work(start, () => acceptTicket({ ticketId }));
    await work(start, () => startTicket({ ticketId }));
    await work(later({ hours: 1 }), () => pauseOrder({ ticketId, note, cause: "parts" }));
    await work(later({ hours: 6 }), () => resumeOrder({ ticketId }));
    const rested = (await load(ticketId)).completionDueAt;
    expect(rested).toBe(plus((await reported()).completionDueAt, { hours: 5 }));
    const urgent = await reported({ urgency: "urgent" });
    const now = await correct(ticketId, { urgency: "urgent" }, later({ hours: 7 }));
    expect(now.completionDueAt).toBe(plus(urgent.completionDueAt, { hours: 5 }));
  });

  it("goes the way of a complaint, ends it where it is none, and goes on with it where it is one after all", async () => {
    const { ticketId, number } = await reported();
    const complaints = async () =>
      (await as(cast.desk, () => listComplaints({ projectId: cast.projectId }))).items.map(
        (one) => one.number,
      );
    await correct(ticketId, { kind: "complaint", category: "service", houseId: cast.next });
    expect(await complaints()).toEqual([number]);
    await correct(ticketId, { kind: "inquiry", category: "other" });
    expect(await complaints()).toEqual([]);
    await expect(as(cast.desk, () => getComplaint({ ticketId }))).rejects.toMatchObject({
      code: "not_found",
    });
    await correct(ticketId, { kind: "complaint", category: "safety", houseId: cast.house });
    expect(await as(cast.desk, () => getComplaint({ ticketId }))).toMatchObject({
      ...{ state: "investigating", category: "safety", houseCode: "3-1-502" },
    });
    const about = [cast.technician.memberId];
    await as(cast.desk, () => keepConfidential({ ticketId, about }));
    const refused = correct(ticketId, { kind: "inquiry", category: "other" });
    await expect(refused).rejects.toMatchObject({ code: "conflict", field: "kind" });
    expect(await complaints()).toEqual([number]);
  });

  it("counts where it belongs, what was closed with a dated correction, and a recount agrees", async () => {
    const projectId = cast.projectId;
    const { ticketId } = await reported();
    await cast.asSystem(() => recount(cast.tenantId, { repair: true }));
    const month = "2026-10";
    const closing = "2026-11-03T02:00:00.000Z";
    await asIfAt(closing, () => as(cast.headquarters, () => closeMonth({ projectId, month })));
    const given = { kind: "complaint", category: "service", houseId: cast.next } as const;
    const at = "2026-11-09T02:00:00.000Z";
    await correct(ticketId, given, at);
    await asIfAt(at, () => cast.asSystem(() => recount(cast.tenantId, { repair: true })));
    const read = <T>(body: () => Promise<T>) => asIfAt(at, () => as(cast.headquarters, body));
    const figure = "complaintsHandled";
    const { items } = await read(() => listCorrections({ projectId, month, figure }));
    expect(items).toEqual([{ on: "2026-11-09", was: of(0, 0), is: of(0, 1) }]);
    const row = (await read(() => compare({ period: month }))).projects.find(
      (one) => one.projectId === projectId,
    );
    expect(row?.closing?.now).toHaveProperty(figure);
    expect(await cast.asSystem(() => recount(cast.tenantId))).toMatchObject({ differences: [] });
  });
});

describe("a correction that cannot be", () => {
  it("says why: another project's house, what was done, what does not go together, somebody else's to do", async () => {
    const { ticketId, rev } = await reported();
    const refused = (given: Omit<Edit, "ticketId">) => expect(correct(ticketId, given)).rejects;
    await refused({ houseId: cast.foreign }).toMatchObject({ code: "bad_request", field: "houseId" });
    await refused({ kind: "complaint" }).toMatchObject({ field: "category" });
    await refused({ kind: "complaint", category: "service", urgency: "large" }).toMatchObject({
      field: "urgency",
    });
    await refused({ reporter: {} }).toMatchObject({ field: "reporter.name" });
    await correct(ticketId, { rev, channel: "visit" });
    await refused({ rev, houseId: cast.next }).toMatchObject({ code: "conflict", field: "rev" });
    const own = await as(cast.technician, () => report(cast).then(({ ticketId: id }) => id));
    const byOther = as(cast.technician, () => editTicket({ ticketId: own, houseId: cast.next }));
    await expect(byOther).rejects.toMatchObject({ code: "forbidden" });
    await as(cast.desk, () => completeTicket({ ticketId, note }));
    await refused({ kind: "inquiry", category: "other" }).toMatchObject({ field: "category" });
    await as(cast.desk, () => reopenTicket({ ticketId, note }));
    await refused({ urgency: "urgent" }).toMatchObject({ field: "category" });
  });

  it("is one against a quote that its house or resident has, agreed to or charged", async () => {
    const ticketId = await underWay(cast);
    const quote = await quoteTap(cast, ticketId);
    const [elsewhere, somebody] = [{ houseId: cast.next }, { reporter: other }];
    const now = (given: Omit<Edit, "ticketId">) => as(cast.desk, () => editTicket({ ticketId, ...given }));
    for (const given of [elsewhere, somebody, { kind: "inquiry", category: "other" } as const])
      await expect(now(given)).rejects.toMatchObject({ code: "conflict" });
    await asQuoted(cast, quote, () => answerQuote({ agree: true }));
    await expect(now(elsewhere)).rejects.toMatchObject({ code: "conflict", field: "houseId" });
    await now(somebody);
    await expect(asQuoted(cast, quote, () => getQuoted({}))).rejects.toMatchObject({ code: "not_found" });
    const next = { ...quote, relinked: 1 };
    expect(await asQuoted(cast, next, () => getQuoted({}))).toMatchObject({ state: "agreed" });
    await as(cast.technician, () => completeTicket({ ticketId, note, paid: true }));
    await expect(now(elsewhere)).rejects.toMatchObject({ code: "conflict", field: "houseId" });
    const free = await underWay(cast);
    const gone = await quoteTap(cast, free);
    await as(cast.technician, () => withdrawQuote({ ticketId: free, quote: gone.quote, reason: "弄错了" }));
    await as(cast.desk, () => editTicket({ ticketId: free, ...elsewhere }));
  });
});
