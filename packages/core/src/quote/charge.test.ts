import { beforeAll, describe, expect, it } from "vitest";
import { listCallbacks } from "../callback/index";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { Bill } from "../fee/bill.entity";
import {
  arrearsOfHouse,
  cancelBill,
  createStandard,
  listHouseBills,
  previewRun,
  recordPayment,
  reissueBill,
  runBilling,
  settleCredit,
  startRun,
  waiveBill,
} from "../fee/index";
import { compare } from "../figure/compare";
import { recount } from "../figure/recount";
import { Message } from "../message/message.entity";
import { ownDatabase } from "../testing/own-database";
import { type Cast, mintCast } from "../ticket/cast.testing";
import {
  acceptTicket,
  completeTicket,
  getProgress,
  getTicket,
  reopenTicket,
  splitTicket,
} from "../ticket/index";
import { asHolder, quoteTap, underWay } from "./cast.testing";
import { answerQuote, listQuotes, withdrawQuote } from "./index";

ownDatabase();
const now = "2026-11-10T02:00:00.000Z";
let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});

const asTechnician = <T>(body: () => Promise<T>) => withActor(cast.technician, body);
const asCashier = <T>(body: () => Promise<T>) => withActor(cast.cashier, body);
const asFirm = <T>(body: () => Promise<T>) => withActor(cast.headquarters, body);
const done = (ticketId: string, paid?: boolean) =>
  asIfAt(now, () => asTechnician(() => completeTicket({ ticketId, note: "换了水龙头", paid })));

/** A leak that the technician works on, with a tap quoted and agreed to. */
const agreed = () =>
  asIfAt(plus(now, { hours: -1 }), async () => {
    const ticketId = await underWay(cast);
    const quote = await quoteTap(cast, ticketId);
    await asHolder(cast, quote, () => answerQuote({ agree: true }));
    return ticketId;
  });

async function billOf(ticketId: string) {
  const [quote] = (await asFirm(() => listQuotes({ ticketId }))).items;
  return quote?.charged && (await cast.asSystem(() => Bill.get({ billId: quote.charged?.billId ?? "" })));
}

describe("paid work that is done", () => {
  it("is charged to its house, item by item, and told with a link to the bill", async () => {
    const ticketId = await agreed();
    const ticket = await done(ticketId, true);
    expect(ticket.completions.at(-1)).toMatchObject({ paid: true, callbackWanted: true });
    const bill = await billOf(ticketId);
    expect(bill).toMatchObject({
      ...{ houseId: cast.house, period: "2026-11", dueOn: "2026-11-17", origin: "service", ticketId },
      ...{ amount: 9_000, outstanding: 9_000, status: "open", debtor: "resident" },
    });
    expect(bill?.lines).toMatchObject([
      { item: "更换水龙头", amount: 3_000, agreed: { unit: "piece", hundredths: 100, unitFen: 3_000 } },
      { item: "水龙头", amount: 6_000 },
    ]);
    const told = await cast.asSystem(() => Message.query("gsi1", ["message", bill?.billId ?? ""]));
    expect(told.items.map(({ text }) => text).join()).toMatch(
      /有偿服务账单90\.00元，11月17日前.*\/b\/\w{12}/,
    );
    const due = await withActor(cast.second, () => listCallbacks({}));
    expect(JSON.stringify(due)).toContain(ticketId);
  });

  it("is told whoever follows the ticket: what is asked, agreed to and charged", async () => {
    const offered = (ticketId: string, at: string) => {
      const follower = { type: "resident", tenantId: cast.tenantId, subjectId: ticketId } as const;
      return asIfAt(at, () => withActor(follower, async () => (await getProgress({})).offer));
    };
    const before = plus(now, { minutes: -30 });
    const open = await asIfAt(before, () => underWay(cast));
    expect(await offered(open, before)).toBeUndefined();
    await asIfAt(before, () => quoteTap(cast, open));
    expect(await offered(open, before)).toMatchObject({ is: "asked", total: 9_000 });
    const ticketId = await agreed();
    expect(await offered(ticketId, before)).toMatchObject({ is: "agreed", total: 9_000 });
    await done(ticketId, true);
    expect(await offered(ticketId, now)).toMatchObject({ is: "charged", total: 9_000 });
  });

  it("is charged once, however often it is reported done", async () => {
    const ticketId = await agreed();
    const tries = await Promise.allSettled(Array.from({ length: 8 }, () => done(ticketId, true)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const first = await billOf(ticketId);
    await withActor(cast.desk, () => reopenTicket({ ticketId, note: "还在漏" }));
    await asTechnician(() => acceptTicket({ ticketId }));
    const again = await done(ticketId, true);
    // Work that was paid for is called back also when it was done again.
    expect(again.completions.map(({ paid }) => paid)).toEqual([true, true]);
    expect(await billOf(ticketId)).toEqual(first);
    const bills = (await asCashier(() => listHouseBills({ houseId: cast.house }))).items;
    expect(bills.filter((bill) => bill.ticketId === ticketId)).toHaveLength(1);
  });

  it("needs a quote that was agreed to; without charge it can always be done", async () => {
    const [none, waiting, unpaid] = [await underWay(cast), await underWay(cast), await agreed()];
    await quoteTap(cast, waiting);
    for (const ticketId of [none, waiting])
      await expect(done(ticketId, true)).rejects.toMatchObject({ code: "conflict", field: "paid" });
    for (const ticketId of [none, waiting, unpaid]) {
      const ticket = await done(ticketId, false);
      expect(ticket.completions.at(-1)?.paid).toBe(false);
      expect(await billOf(ticketId)).toBeUndefined();
    }
    const [quote] = (await asFirm(() => listQuotes({ ticketId: unpaid }))).items;
    expect(quote).toMatchObject({ state: "lapsed", consent: { by: "link" } });
  });

  it("is neither charged nor let go unseen where nothing is said of what was agreed to", async () => {
    const [ticketId, unquoted] = [await agreed(), await underWay(cast)];
    await expect(done(ticketId)).rejects.toMatchObject({ code: "conflict", field: "paid" });
    expect((await done(unquoted)).completions.at(-1)?.paid).toBe(false);
    await done(ticketId, true);
    expect(await billOf(ticketId)).toMatchObject({ amount: 9_000 });
    await withActor(cast.desk, () => reopenTicket({ ticketId, note: "还在漏" }));
    await asTechnician(() => acceptTicket({ ticketId }));
    expect((await done(ticketId)).completions.at(-1)?.paid).toBe(true);
  });

  it("of several parts is charged when the last is done, and its quote stands from the first on", async () => {
    const ticketId = await agreed();
    await withActor(cast.desk, () => splitTicket({ ticketId, assigneeId: cast.mate.memberId }));
    await done(ticketId, true);
    expect(await billOf(ticketId)).toBeUndefined();
    const withdraw = withActor(cast.desk, () => withdrawQuote({ ticketId, quote: 1 }));
    await expect(withdraw).rejects.toMatchObject({ code: "conflict" });
    await withActor(cast.desk, () => completeTicket({ ticketId, order: 2, note: "擦干了" }));
    expect(await billOf(ticketId)).toMatchObject({ amount: 9_000 });
    const { completions } = await asFirm(() => getTicket({ ticketId }));
    expect(completions.at(-1)?.paid).toBe(true);
  });
});

describe("a bill of paid service", () => {
  it("is paid, waived and cancelled as bills are, but never made anew by the standards", async () => {
    cast = await mintCast();
    const houseId = cast.house;
    const [paid, waived, cancelled] = [await agreed(), await agreed(), await agreed()];
    for (const ticketId of [paid, waived, cancelled]) await done(ticketId, true);
    const ids = await Promise.all([paid, waived, cancelled].map(billOf));
    const [first = "", second = "", third = ""] = ids.map((bill) => bill?.billId);
    const allocations = [{ billId: first, amount: 9_000 }];
    await asCashier(() => recordPayment({ houseId, method: "cash", amount: 9_000, allocations }));
    await asCashier(() => waiveBill({ billId: second, amount: 1_000, reason: "等得太久" }));
    await asCashier(() => cancelBill({ billId: third, reason: "没有做成" }));
    const billed = await Promise.all([paid, waived, cancelled].map(billOf));
    expect(billed.map((bill) => [bill?.status, bill?.outstanding])).toEqual([
      ...[["settled", 0] as const, ["open", 8_000] as const, ["cancelled", 0] as const],
    ]);
    const owed = await cast.asSystem(() => arrearsOfHouse(houseId));
    expect(owed).toMatchObject({ outstanding: 8_000, bills: [{ billId: second, service: true }] });
    await expect(asCashier(() => reissueBill({ billId: third }))).rejects.toMatchObject({ code: "conflict" });
  });

  it("takes what the house prepaid, like any bill", async () => {
    cast = await mintCast();
    const houseId = cast.house;
    await asCashier(() => recordPayment({ houseId, method: "cash", amount: 5_000 }));
    const ticketId = await agreed();
    await done(ticketId, true);
    await asCashier(() => settleCredit({ houseId }));
    expect(await billOf(ticketId)).toMatchObject({ paid: 5_000, outstanding: 4_000 });
  });

  it("is in no figure of the property fee, and keeps no house from its month's bill", async () => {
    cast = await mintCast();
    const { projectId, house: houseId } = cast;
    const standard = { projectId, item: "物业费", fenPerM2: 200, from: "2026-01", approval: "业主大会决议" };
    await asFirm(() => createStandard(standard));
    const figures = async () => {
      await recount(cast.tenantId, { repair: true });
      return asIfAt(plus(now, { days: 20 }), () => asFirm(() => compare({ period: "2026-11" })));
    };
    const ticketId = await agreed();
    await done(ticketId, true);
    const charged = await billOf(ticketId);
    const allocations = [{ billId: charged?.billId ?? "", amount: 4_000 }];
    await asIfAt(now, () =>
      asCashier(() => recordPayment({ houseId, method: "cash", amount: 4_000, allocations })),
    );
    expect((await figures()).total.collection).toMatchObject({ current: null, households: null });
    const preview = await asIfAt(now, () => asFirm(() => previewRun({ projectId, period: "2026-11" })));
    expect(preview).toMatchObject({ bills: 2, alreadyBilled: 0 });
    await asIfAt(now, () => asFirm(() => startRun({ projectId, period: "2026-11", notify: false })));
    await asIfAt(plus(now, { minutes: 5 }), runBilling);
    const { total } = await figures();
    expect(total.collection.current).toMatchObject({ numerator: 0, denominator: 35_600 });
    expect(total.collection.households).toMatchObject({ numerator: 0, denominator: 2 });
  });
});
