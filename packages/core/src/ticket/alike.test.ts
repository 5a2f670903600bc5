import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt, isoNow, plus } from "../clock";
import { keepConfidential } from "../complaint/index";
import { withActor } from "../context";
import { metered } from "../table/client";
import { ownDatabase } from "../testing/own-database";
import { type Cast, messagesOf, mintCast, report } from "./cast.testing";
import {
  completeTicket,
  contactResident,
  getNumbered,
  getTicket,
  listAlike,
  reopenTicket,
  Ticket,
  voidTicket,
} from "./index";

ownDatabase();
let cast: Cast;
beforeEach(async () => {
  cast = await mintCast();
});

const start = "2026-10-01T02:00:00.000Z";
const day = (days: number, seconds = 0) => plus(start, { days, seconds });
type More = Parameters<typeof report>[1];
const lift: More = {
  houseId: undefined,
  reporter: { name: "李雷", phone: "+8613800002222" },
  category: "lift",
};
const as = <T>(at: string, body: () => T, actor = cast.desk) => asIfAt(at, () => withActor(actor, body));
const reported = (at: string, more: More = {}) => asIfAt(at, () => report(cast, more));
const finish = (at: string, ticketId: string) => as(at, () => completeTicket({ ticketId, note: "好了" }));
const mergeInto = (duplicateOf: string, ticketId: string, at: string) =>
  as(at, () => voidTicket({ ticketId, note: "同一件事", duplicateOf }));
type Asked = Parameters<typeof listAlike>[0];
const leak = (): Asked => ({
  projectId: cast.projectId,
  houseId: cast.house,
  kind: "repair",
  category: "leak",
});
const liftHere = (): Asked => ({ projectId: cast.projectId, kind: "repair", category: "lift" });
const alike = async (at: string, asked: Asked, actor = cast.desk) =>
  (await as(at, () => listAlike(asked), actor)).items;
const idsOf = async (...of: Parameters<typeof alike>) => (await alike(...of)).map(({ ticketId }) => ticketId);

describe("what a report may be about already", () => {
  it("is what is open of the same house, kind and category, however old, then what was done within 30 days", async () => {
    const old = await reported(day(-50));
    const done = await reported(day(-40));
    await finish(day(0), done.ticketId);
    const twin = await reported(day(1));
    await reported(day(1), { category: "lift" });
    await reported(day(1), { kind: "inquiry", category: "other" });
    await reported(day(1), { houseId: cast.next, reporter: {} });
    const wrong = await reported(day(1));
    await as(day(1), () => voidTicket({ ticketId: wrong.ticketId, note: "误报" }));
    const open = [twin.ticketId, old.ticketId];
    expect(await idsOf(day(30), leak())).toEqual([...open, done.ticketId]);
    expect((await alike(day(30), leak())).map(({ doneAt }) => doneAt)).toEqual([
      undefined,
      undefined,
      day(0),
    ]);
    expect(await idsOf(day(30, 1), leak())).toEqual(open);
    await as(day(40), () => reopenTicket({ ticketId: done.ticketId, note: "又漏了" }));
    expect(await idsOf(day(40), leak())).toEqual([twin.ticketId, done.ticketId, old.ticketId]);
  });

  it("is, of public areas, what is open in the same project and of the same category", async () => {
    const first = await reported(day(0), lift);
    await reported(day(0), { ...lift, category: "lighting" });
    await reported(day(0), { category: "lift" });
    await reported(day(0), { ...lift, projectId: cast.other.projectId });
    expect(await idsOf(day(1), liftHere())).toEqual([first.ticketId]);
    await finish(day(1), first.ticketId);
    expect(await idsOf(day(1), liftHere())).toEqual([]);
    await as(day(2), () => reopenTicket({ ticketId: first.ticketId, note: "又停了" }));
    expect(await idsOf(day(2), liftHere())).toEqual([first.ticketId]);
  });

  it("is nothing out of reach, nor of a house of another project", async () => {
    const refused = { code: "not_found" };
    await expect(alike(day(0), leak(), cast.elsewhere)).rejects.toMatchObject(refused);
    await expect(alike(day(0), liftHere(), cast.elsewhere)).rejects.toMatchObject(refused);
    const mixed = { ...leak(), houseId: cast.foreign };
    await expect(alike(day(0), mixed)).rejects.toMatchObject(refused);
  });

  it("never shows a complaint to whom it is about", async () => {
    const about = [cast.second.memberId];
    const rude = { kind: "complaint", category: "service", words: "态度很差", complaint: { about } } as const;
    const { ticketId } = await report(cast, rude);
    const asked: Asked = { ...leak(), kind: "complaint", category: "service" };
    expect(await idsOf(isoNow(), asked)).toEqual([ticketId]);
    // As their next request finds them.
    const concerned = { ...cast.second, shielded: true as const };
    expect(await idsOf(isoNow(), asked, concerned)).toEqual([]);
    const publicly = await report(cast, { ...rude, ...lift, category: "service" });
    const there: Asked = { ...liftHere(), kind: "complaint", category: "service" };
    expect(await idsOf(isoNow(), there)).toEqual([publicly.ticketId]);
    expect(await idsOf(isoNow(), there, concerned)).toEqual([]);
  });

  it("costs three read units at most, however much a house or a project has", async () => {
    for (let i = 0; i < 25; i++) await reported(day(0, i));
    for (let i = 0; i < 25; i++) await reported(day(0, i), lift);
    await alike(day(1), leak());
    for (const asked of [leak(), liftHere()]) {
      const { result, spent } = await as(day(1), () => metered(() => listAlike(asked)));
      expect(result.items).toHaveLength(20);
      expect(spent.read).toBeLessThanOrEqual(3);
    }
  });
});

describe("a report merged into another", () => {
  it("has its resident told of the outcome, once, and the first's not twice", async () => {
    const first = await reported(day(0), lift);
    const neighbour = { ...lift, reporter: { name: "韩梅", phone: "+8613800003333" } };
    const [second, again, third] = [
      await reported(day(0, 1), neighbour),
      await reported(day(0, 2), lift),
      await reported(day(0, 3), { ...lift, reporter: { name: "无电话" } }),
    ];
    await mergeInto(second.ticketId, third.ticketId, day(1));
    for (const one of [second, again]) await mergeInto(first.ticketId, one.ticketId, day(1));
    await finish(day(2), first.ticketId);
    const told = async (ticketId: string) =>
      (await messagesOf(cast, ticketId)).map(({ template, text }) => ({ template, text }));
    const outcome = (await told(second.ticketId)).find(({ template }) => template === "mergedOutcome");
    expect(outcome?.text).toContain(second.number);
    expect(outcome?.text).toContain("好了");
    const templates = async (ticketId: string) =>
      (await told(ticketId)).map(({ template }) => template).sort();
    expect(await templates(first.ticketId)).toEqual(["ticketOutcome", "ticketRegistered"]);
    expect(await templates(again.ticketId)).toEqual(["ticketRegistered"]);
    expect(await templates(third.ticketId)).toEqual([]);
    const kept = await cast.asSystem(() => Ticket.need({ ticketId: first.ticketId }));
    expect(new Set(kept.duplicates)).toEqual(new Set([second.ticketId, third.ticketId, again.ticketId]));
    expect(await as(day(2), () => getTicket({ ticketId: first.ticketId }))).not.toHaveProperty("duplicates");
  });

  it("is no repeat of what it went into", async () => {
    const first = await reported(day(0));
    await finish(day(0, 1), first.ticketId);
    const repeat = await reported(day(1));
    expect(repeat.repeatOf).toEqual([first.ticketId]);
    await mergeInto(first.ticketId, repeat.ticketId, day(1));
    const kept = await cast.asSystem(() => Ticket.need({ ticketId: first.ticketId }));
    expect(kept).toMatchObject({ repeatedBy: [], duplicates: [repeat.ticketId] });
  });

  it("leaves the words of a caller with the open one where they are added", async () => {
    const { ticketId } = await reported(day(0));
    await as(day(1), () => contactResident({ ticketId, note: "现在漏得更大了" }));
    const { history } = await as(day(1), () => getTicket({ ticketId }));
    expect(history.at(-1)).toMatchObject({ action: "contact", note: "现在漏得更大了" });
  });
});

describe("a ticket by its number", () => {
  it("is found in its project alone, where another one may have the same, with or without the letters", async () => {
    const elsewhere = { projectId: cast.other.projectId, houseId: undefined, reporter: { name: "李雷" } };
    const [here, there] = [await reported(day(0)), await reported(day(0), elsewhere)];
    expect(there.number).toBe(here.number);
    await finish(day(0, 5), here.ticketId);
    const find = (number: string, actor = cast.desk, projectId = cast.projectId) =>
      as(day(1), () => getNumbered({ projectId, number }), actor);
    for (const typed of [here.number, here.number.slice(2), ` ${here.number.toLowerCase()} `])
      expect((await find(typed)).ticketId).toBe(here.ticketId);
    const other = await find(here.number, cast.desk, cast.other.projectId);
    expect(other.ticketId).toBe(there.ticketId);
    const unknown = { code: "not_found" };
    for (const typed of [
      here.number.replace("BX", "TS"),
      "20261399-0001",
      here.number.replace("1001", "1002"),
    ])
      await expect(find(typed)).rejects.toMatchObject(unknown);
    await expect(find(here.number, cast.technician, cast.other.projectId)).rejects.toMatchObject(unknown);
    await expect(find("0001")).rejects.toMatchObject({ field: "number" });
  });

  it("is told nobody it is hidden from, nor that another one went into it", async () => {
    const complaint = { kind: "complaint", category: "service" } as const;
    const [twin, ticket] = [await reported(day(0), complaint), await reported(day(0))];
    await mergeInto(twin.ticketId, ticket.ticketId, day(0, 9));
    const concerned = { ...cast.technician, shielded: true as const };
    const { ticketId } = ticket;
    const seenBy = async (actor: MemberActor) =>
      (await as(day(1), () => getTicket({ ticketId }), actor)).duplicateOf;
    const find = (actor: MemberActor) =>
      as(day(1), () => getNumbered({ projectId: cast.projectId, number: twin.number }), actor);
    expect(await seenBy(concerned)).toBe(twin.ticketId);
    await as(day(1), () => keepConfidential({ ticketId: twin.ticketId, about: [concerned.memberId] }));
    expect(await seenBy(concerned)).toBeUndefined();
    await expect(find(concerned)).rejects.toMatchObject({ code: "not_found" });
    expect(await seenBy(cast.desk)).toBe(twin.ticketId);
  });
});
