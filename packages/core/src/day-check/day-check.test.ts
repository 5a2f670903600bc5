import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt } from "../clock";
import { withActor } from "../context";
import { ownDatabase } from "../testing/own-database";
import { type Cast, messagesOf, mintCast, report } from "../ticket/cast.testing";
import { assignTicket, completeTicket } from "../ticket/index";
import { sweepDayChecks } from "./index";
import { checkAfter } from "./note";

const shanghai = (time: string, day = "2026-11-20") => new Date(`${day}T${time}:00+08:00`).toISOString();
ownDatabase();
let cast: Cast;
beforeEach(async () => {
  cast = await mintCast();
});
const as = <T>(actor: MemberActor, at: string, body: () => T) => asIfAt(at, () => withActor(actor, body));
async function dispatched(at: string, more: Parameters<typeof report>[1] = {}) {
  const ticket = await asIfAt(at, () => report(cast, more));
  await as(cast.desk, at, () => assignTicket({ ticketId: ticket.ticketId, trade: "engineering" }));
  return ticket;
}
const told = (projectId = cast.projectId) => messagesOf(cast, projectId);

describe("the check at six in the evening", () => {
  it("tells the manager once what of the day's dispatches is still open", async () => {
    const [open, done] = [await dispatched(shanghai("09:00")), await dispatched(shanghai("10:00"))];
    await asIfAt(shanghai("11:00"), () => report(cast));
    await as(cast.desk, shanghai("10:30"), () =>
      assignTicket({ ticketId: open.ticketId, assigneeId: cast.technician.memberId }),
    );
    await as(cast.desk, shanghai("16:00"), () => completeTicket({ ticketId: done.ticketId, note: "好了" }));
    const later = await dispatched(shanghai("18:30"));
    await asIfAt(shanghai("17:59"), sweepDayChecks);
    expect(await told()).toEqual([]);
    await asIfAt(shanghai("18:40"), () => Promise.all([sweepDayChecks(), sweepDayChecks()]));
    await asIfAt(shanghai("19:00"), sweepDayChecks);
    const messages = await told();
    expect(messages).toHaveLength(1);
    expect(messages[0]?.to).toContain(cast.manager.memberId.toLowerCase());
    const text = messages[0]?.text ?? "";
    expect(text).toContain(open.number);
    expect(text).toContain("翠湖花园");
    for (const { number } of [done, later]) expect(text).not.toContain(number);
    await asIfAt(shanghai("18:00", "2026-11-21"), sweepDayChecks);
    const next = await told();
    expect(next).toHaveLength(2);
    expect(next.some((one) => one.text.includes(later.number))).toBe(true);
  });

  it("holds what is of an earlier day to the day it was given out on, and what is of the day to its evening", async () => {
    const old = await asIfAt(shanghai("09:00"), () => report(cast));
    const late = await asIfAt(shanghai("17:00"), () => report(cast));
    const tomorrow = shanghai("09:00", "2026-11-21");
    const give = (at: string, { ticketId }: { ticketId: string }) =>
      as(cast.desk, at, () => assignTicket({ ticketId, trade: "engineering" }));
    await give(shanghai("18:10"), late);
    const today = await dispatched(shanghai("12:00"));
    await asIfAt(shanghai("18:20"), sweepDayChecks);
    const text = (await told())[0]?.text ?? "";
    expect(text).toContain(today.number);
    for (const { number } of [old, late]) expect(text).not.toContain(number);
    for (const _ of [1, 2]) await give(tomorrow, old);
    await asIfAt(shanghai("18:00", "2026-11-21"), sweepDayChecks);
    const next = (await told())[1]?.text ?? "";
    for (const { number } of [old, late]) expect(next).toContain(number);
    expect(next).not.toContain(today.number);
  });

  it("says nothing where everything is done, or nothing was given out", async () => {
    const { ticketId } = await dispatched(shanghai("09:00"));
    await as(cast.desk, shanghai("10:00"), () => completeTicket({ ticketId, note: "好了" }));
    await asIfAt(shanghai("18:00"), sweepDayChecks);
    expect(await told()).toEqual([]);
    expect(await told(cast.other.projectId)).toEqual([]);
  });
});

it("is the next evening's where the firm is, over changes of the clocks too", () => {
  expect(checkAfter(shanghai("17:59"), "Asia/Shanghai")).toEqual({
    day: "2026-11-20",
    dueAt: shanghai("18:00"),
  });
  expect(checkAfter(shanghai("18:00"), "Asia/Shanghai").day).toBe("2026-11-21");
  expect(checkAfter("2026-03-28T18:00:00.000Z", "Europe/Berlin").dueAt).toBe("2026-03-29T16:00:00.000Z");
});
