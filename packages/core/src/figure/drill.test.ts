import { beforeAll, describe, expect, it } from "vitest";
import { asIfAt } from "../clock";
import { waiveBill } from "../fee/correct";
import { recordPayment } from "../fee/record-payment";
import { refundPayment } from "../fee/refund";
import { startRun } from "../fee/run";
import { at, billsOf, type Firm, mintFeeFirm, ownTable } from "../fee/testing";
import { mintTenant } from "../testing/tenant";
import { completion, storeIn } from "../ticket/made.testing";
import { compare } from "./compare";
import { type drill as Drill, drill } from "./drill";
import { recount } from "./recount";
import { type DrillableFigure, drillableFigures } from "./terms";

const now = "2026-11-20T02:00:00.000Z";
const codes = ["1-1-101", "1-1-102", "1-1-103", "2-1-101", "2-1-102"];
const months = ["2025-11", "2025-12", "2026-01", "2026-10", "2026-11"];
let firm: Firm;
let houseIds: string[];

beforeAll(ownTable);
beforeAll(async () => {
  const made = await mintFeeFirm(codes);
  firm = made.firm;
  houseIds = made.houses.map(({ houseId }) => houseId);
  await fees();
  await tickets();
  await recount(firm.tenantId, { repair: true });
});

/** Every bill is met in some way: paid in time, late, in part, ahead, refunded, waived, not at all. */
async function fees() {
  const { projectId } = firm;
  for (const period of months)
    await at(firm, `${period}-02T02:00:00.000Z`, () => startRun({ projectId, period }));
  const pay = (house: number, amount: number, iso: string) =>
    at(firm, iso, () => recordPayment({ houseId: houseIds[house] ?? "", method: "wechat", amount }));
  await pay(0, 125_000, "2025-12-20T02:00:00.000Z");
  await pay(1, 40_000, "2026-02-10T02:00:00.000Z");
  await pay(1, 30_000, "2026-11-10T02:00:00.000Z");
  const back = await pay(2, 60_000, "2026-03-10T02:00:00.000Z");
  await at(firm, "2026-11-12T02:00:00.000Z", () =>
    refundPayment({ paymentId: back.paymentId, amount: 20_000, reason: "多收" }),
  );
  const waived = (await billsOf(firm)).filter((bill) => bill.houseCode === "2-1-101");
  for (const [i, { billId }] of waived.entries())
    await at(firm, `2026-0${i + 2}-05T02:00:00.000Z`, () =>
      waiveBill({ billId, amount: 5_000, reason: "协商减免" }),
    );
}

async function tickets() {
  const own = { tenantId: firm.tenantId, projectId: firm.projectId };
  const registered = (iso: string) => ({ createdAt: iso, responseDueAt: iso, completionDueAt: iso });
  for (let i = 0; i < 12; i++) {
    const iso = `2026-${i < 6 ? "10" : "11"}-${String(3 + i).padStart(2, "0")}T02:00:00.000Z`;
    const done = { ...completion, completedAt: iso, dueAt: iso, onTime: i % 3 > 0 };
    const state = i % 4 === 0 ? ("started" as const) : ("closed" as const);
    await storeIn(state, {
      ...{ ...own, ...registered(iso), kind: i % 5 === 0 ? "complaint" : "repair" },
      ...(state === "closed" && {
        completions: [{ ...done, ...(i % 2 === 0 && { reachedAt: iso, satisfied: i % 6 === 0 }) }],
        closedAt: `2026-11-${String(6 + i).padStart(2, "0")}T02:00:00.000Z`,
        respondedAt: iso,
        reopenedCount: i % 3 === 0 ? 1 : 0,
      }),
    });
  }
}

type Given = Omit<Parameters<typeof Drill>[0], "projectId">;
const asked = <T>(body: () => T) => asIfAt(now, () => firm.as("headquarters", body));

/** All entries behind a figure, page by page. */
async function drained(given: Given) {
  const items = [];
  let cursor: string | undefined;
  do {
    const page = await asked(() => drill({ projectId: firm.projectId, ...given, cursor }));
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items;
}

const summed = (items: Awaited<ReturnType<typeof drained>>) => ({
  numerator: items.reduce((sum, { numerator }) => sum + numerator, 0),
  denominator: items.reduce((sum, { denominator }) => sum + denominator, 0),
});

describe("the records behind a figure", () => {
  it.each(["2026-11", "2026-10", "2026", "2025"])("add up to it, for every figure of %s", async (period) => {
    const { projects } = await asked(() => compare({ period }));
    const [row] = projects;
    const shown: Record<string, unknown> = { ...row?.collection, ...row?.service };
    for (const figure of drillableFigures) {
      const sums = summed(await drained({ figure, period }));
      const value = shown[figure];
      if (typeof value === "number") expect({ figure, sum: sums.numerator }).toEqual({ figure, sum: value });
      else if (sums.denominator > 0) expect({ figure, ...sums }).toEqual({ figure, ...Object(value) });
      else expect({ figure, value }).toEqual({ figure, value: null });
    }
  });

  it("are there at all, on both sides", async () => {
    const { projects } = await asked(() => compare({ period: "2026" }));
    const { collection, service } = projects[0] ?? {};
    expect(collection?.arrearsRecovery).toMatchObject({ numerator: expect.any(Number) });
    expect(collection?.arrearsRecovery?.numerator).toBeGreaterThan(0);
    expect(collection?.overall?.denominator).toBeGreaterThan(collection?.yearToDate?.denominator ?? 0);
    expect(service?.completionOnTime?.numerator).toBeGreaterThan(0);
    expect(service?.callbackSatisfied?.numerator).toBeLessThan(service?.callbackSatisfied?.denominator ?? 0);
  });

  it("come as bills with all that was put on them, the latest month first", async () => {
    const items = await drained({ figure: "overall", period: "2026" });
    // What the first house owed of 2025 was paid in 2025: it is no arrears of 2026.
    const owing = (month: string) => (month < "2026" ? codes.slice(1) : codes);
    expect(items.map((item) => item.record === "bill" && item.period)).toEqual(
      months.toReversed().flatMap((month) => owing(month).map(() => month)),
    );
    expect(items.filter(({ numerator }) => numerator > 0).length).toBeGreaterThan(3);
  });

  it("are the same in pages of any length", async () => {
    for (const figure of ["overall", "created"] as const) {
      const whole = await drained({ figure, period: "2026", limit: 100 });
      expect(await drained({ figure, period: "2026", limit: 1 })).toEqual(whole);
      expect(await drained({ figure, period: "2026", limit: 7 })).toEqual(whole);
    }
  });

  it("are parted by what is in the numerator and what is not fully", async () => {
    const given = { figure: "completionOnTime", period: "2026" } as const;
    const [all, inside, rest] = await Promise.all(
      (["all", "numerator", "rest"] as const).map((only) => drained({ ...given, only })),
    );
    expect(inside?.every(({ numerator }) => numerator === 1)).toBe(true);
    expect(rest?.every(({ numerator, denominator }) => numerator < denominator)).toBe(true);
    expect((inside?.length ?? 0) + (rest?.length ?? 0)).toBe(all?.length);
  });
});

describe("what is not listed", () => {
  const page = (figure: DrillableFigure, cursor?: string) =>
    drill({ projectId: firm.projectId, figure, period: "2026", limit: 2, cursor });

  it("goes on only with its own list, for its own firm", async () => {
    const { cursor } = await asked(() => page("overall"));
    await expect(asked(() => page("yearToDate", cursor))).rejects.toMatchObject({ code: "not_found" });
    await expect(asked(() => page("overall", "bm9uc2Vuc2U"))).rejects.toMatchObject({ code: "not_found" });
    const stranger = await mintTenant();
    const foreign = () => drill({ projectId: stranger.projectId, figure: "overall", period: "2026", cursor });
    await expect(stranger.as("headquarters", foreign)).rejects.toMatchObject({ code: "not_found" });
    await expect(stranger.as("headquarters", () => page("overall"))).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
