import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { asIfAt } from "../clock";
import { Allocation } from "../fee/allocation.entity";
import { changed } from "../fee/bill";
import { Bill, billIdOf } from "../fee/bill.entity";
import { allocate } from "../fee/post";
import { ownTable } from "../fee/testing";
import { newId } from "../id";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { closeMonth } from "./closing";
import { compare } from "./compare";
import { listCorrections } from "./corrections";
import { fold, type SourceKey } from "./fold";
import { recount } from "./recount";
import { drillableFigures } from "./terms";

beforeAll(ownTable);

type Firm = Awaited<ReturnType<typeof mintTenant>>;
/** The n-th day from 28 October, some hours after ten in the morning. */
const dayAt = (n: number, hour: number) => new Date(Date.UTC(2026, 9, 28 + n, 2 + hour)).toISOString();
const closable = ["2026-09", "2026-10"] as const;
const periods = ["2025-11", "2026-09", "2026-10", "2026-11"] as const;

/** What happens to one of eight bills on a day, or to the books. */
type Step =
  | { what: "pay" | "refund" | "waive" | "cancel" | "bill"; bill: number; share: number }
  | { what: "close"; month: string };
type Day = { steps: Step[]; told: number[]; size: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom("bill", "pay", "pay", "refund", "waive", "cancel"),
      bill: fc.nat(7),
      share: fc.integer({ min: 1, max: 100 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("close"), month: fc.constantFrom(...closable) }) },
);
const days: fc.Arbitrary<Day[]> = fc.array(
  fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: 5 }),
    told: fc.array(fc.nat(40), { maxLength: 6 }),
    size: fc.integer({ min: 1, max: 5 }),
  }),
  { minLength: 6, maxLength: 10 },
);

const houses = Array.from({ length: 8 }, () => newId("house"));
const fieldsOf = (firm: Firm, at: number) => {
  const period = periods[at % periods.length] ?? "2026-10";
  return {
    ...{ billId: billIdOf(houses[at] ?? "", period), projectId: firm.projectId, houseId: houses[at] ?? "" },
    ...{ houseCode: `1-1-${at}`, number: `ZD-${at}`, period, revision: 1, origin: "run" as const },
    ...{ debtor: "resident" as const, lines: [{ item: "物业费", amount: 1_000 + at }], amount: 1_000 + at },
    ...{ waivers: [], waived: 0, paid: 0, outstanding: 1_000 + at, status: "open" as const },
    ...{ dueOn: `${period}-28`, issuedAt: dayAt(0, 0) },
  };
};

/** Does a step to the records; nothing where it makes no sense. Returns the keys of all that was ever put on the bill. */
async function change(firm: Firm, { what, bill: at, share }: Exclude<Step, { what: "close" }>) {
  const fields = fieldsOf(firm, at);
  const bill = await Bill.get(fields);
  const work = new Work(firm.tenantId);
  if (!bill && what === "bill") work.create(Bill, fields);
  if (bill && !bill.cancelled) {
    const part = (whole: number) => Math.ceil((whole * share) / 100);
    const decided = { reason: "测试", by: "test", at: work.now };
    const [off, paid] = [part(bill.outstanding), what === "pay" ? part(bill.outstanding) : -part(bill.paid)];
    if (what === "waive" && off > 0)
      work.patch(Bill, bill, changed(bill, { waivers: [...bill.waivers, { amount: off, ...decided }] }));
    if (what === "cancel" && bill.paid === 0) work.patch(Bill, bill, changed(bill, { cancelled: decided }));
    if ((what === "pay" || what === "refund") && paid !== 0) {
      allocate(work, bill, { amount: paid, kind: "payment", method: "cash", valueAt: work.now });
      work.patch(Bill, bill, changed(bill, { paid: bill.paid + paid }));
    }
  }
  await work.commit();
  const { items } = await Allocation.query("table", [fields.billId], { begins: "allocation#" });
  return [Bill.key(fields), ...items.map((one) => Allocation.key(one))];
}

type Tell = (keys: readonly SourceKey[], day: Day) => Promise<void>;
const plainly: Tell = (keys) => fold(keys);
/** In pieces, backwards, with some told again. */
const oddly: Tell = async (keys, { told, size }) => {
  const all = [...keys, ...told.flatMap((n) => keys[n % keys.length] ?? [])].reverse();
  for (let start = 0; start < all.length; start += size) await fold(all.slice(start, start + size));
};

/** Lives through the days. What a day brought is told to the figures before a month is closed, and at its end. */
async function live(script: readonly Day[], tell: Tell) {
  const firm = await mintTenant();
  const { projectId } = firm;
  for (const [n, day] of script.entries()) {
    let untold: SourceKey[] = [];
    const tellAll = async () => {
      await tell(untold, day);
      untold = [];
    };
    for (const [i, step] of day.steps.entries())
      await asIfAt(dayAt(n, i), () =>
        firm.as("headquarters", async () => {
          if (step.what !== "close") return untold.push(...(await change(firm, step)));
          await tellAll();
          await closeMonth({ projectId, month: step.month }).catch(refusedAsTooEarly);
        }),
      );
    await asIfAt(dayAt(n, 12), () => firm.asSystem(tellAll));
  }
  return firm;
}

const refusedAsTooEarly = (error: unknown) => expect(error).toMatchObject({ code: "conflict" });

/** All that can be seen of a closed month: its figures, what has become of them, and every dated correction. */
const seen = (firm: Firm, month: string) =>
  asIfAt(dayAt(20, 0), () =>
    firm.as("headquarters", async () => {
      const { projects } = await compare({ period: month });
      const { collection, service, closing } = projects[0] ?? {};
      const corrections = [];
      for (const figure of drillableFigures) {
        const { items } = await listCorrections({ projectId: firm.projectId, month, figure, limit: 100 });
        corrections.push({ figure, items });
      }
      return { collection, service, closing, corrections };
    }),
  );

describe("closed months, after any history", () => {
  it("come with their corrections to what the records say now, however the stream told of them", async () => {
    await fc.assert(
      fc.asyncProperty(days, async (script) => {
        const [plain, odd] = [await live(script, plainly), await live(script, oddly)];
        for (const firm of [plain, odd])
          expect(await recount(firm.tenantId)).toMatchObject({ differences: [], misplaced: 0 });
        for (const month of closable) expect(await seen(odd, month)).toEqual(await seen(plain, month));
      }),
      { numRuns: 8 },
    );
  }, 120_000);
});
