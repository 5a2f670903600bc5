import { beforeEach, describe, expect, it } from "vitest";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { type Cast, mintCast, report } from "./cast.testing";
import { completeTicket, editTicket, reopenTicket, Ticket, voidTicket } from "./index";
import { completion, ticketIn } from "./made.testing";
import { isRepeat } from "./repeat";

const start = "2026-10-01T02:00:00.000Z";
const day = (days: number, seconds = 0) => plus(start, { days, seconds });
let cast: Cast;
beforeEach(async () => {
  cast = await mintCast();
});

const as = <T>(at: string, body: () => T) => asIfAt(at, () => withActor(cast.desk, body));
const done = async (at: string, more = {}) => {
  const { ticketId } = await asIfAt(at, () => report(cast, more));
  await as(at, () => completeTicket({ ticketId, note: "好了" }));
  return ticketId;
};
const load = (ticketId: string) => cast.asSystem(() => Ticket.need({ ticketId }));
const repeated = async (ticketId: string) => (await load(ticketId)).repeatedBy;

describe("a repeated repair", () => {
  it("is noted on both when house and category are the same, within 30 days of the completion", async () => {
    const first = await done(day(0));
    const other = await done(day(0), { category: "lift" });
    const next = await done(day(0), { houseId: cast.next, reporter: {} });
    const again = await asIfAt(day(30), () => report(cast));
    expect(again.repeatOf).toEqual([first]);
    expect(await repeated(first)).toEqual([again.ticketId]);
    expect(await repeated(other)).toEqual([]);
    expect(await repeated(next)).toEqual([]);
  });

  it("is none a second later, none while the first is still open or open again, and none of a complaint", async () => {
    const first = await done(day(0));
    const late = await asIfAt(day(30, 1), () => report(cast));
    expect(late.repeatOf).toEqual([]);
    await as(day(31), () => reopenTicket({ ticketId: first, note: "又漏了" }));
    expect((await asIfAt(day(31), () => report(cast))).repeatOf).toEqual([]);
    await as(day(32), () => completeTicket({ ticketId: first, note: "好了" }));
    expect((await asIfAt(day(33), () => report(cast))).repeatOf).toEqual([first]);
    const complaint = await asIfAt(day(33), () => report(cast, { kind: "complaint", category: "other" }));
    expect(complaint.repeatOf).toEqual([]);
  });

  it("is taken back when it is void, or of another category after all", async () => {
    const first = await done(day(0));
    const lift = await done(day(0), { category: "lift" });
    const wrong = await asIfAt(day(1), () => report(cast));
    const twin = await asIfAt(day(2), () => report(cast));
    await as(day(2), () =>
      voidTicket({ ticketId: twin.ticketId, note: "重复", duplicateOf: wrong.ticketId }),
    );
    expect(await repeated(first)).toEqual([wrong.ticketId]);
    const edited = await as(day(3), () => editTicket({ ticketId: wrong.ticketId, category: "lift" }));
    expect(edited.repeatOf).toEqual([lift]);
    expect(await repeated(first)).toEqual([]);
    expect(await repeated(lift)).toEqual([wrong.ticketId]);
  });

  it("is judged by how the first stood when the second came", () => {
    const houseId = ticketIn("closed").houseId;
    const later = ticketIn("registered", { houseId, createdAt: "2026-11-25T00:00:00.000Z" });
    const stood = (more = {}) => ticketIn("closed", { houseId, completions: [{ ...completion, ...more }] });
    expect(isRepeat(stood(), later)).toBe(true);
    expect(isRepeat(stood({ reopenedAt: "2026-11-24T00:00:00.000Z" }), later)).toBe(false);
    expect(isRepeat(stood({ reopenedAt: "2026-11-26T00:00:00.000Z" }), later)).toBe(true);
    expect(isRepeat(stood({ completedAt: "2026-11-25T00:00:00.001Z" }), later)).toBe(false);
    expect(isRepeat({ ...stood(), state: "void" }, later)).toBe(false);
  });
});
