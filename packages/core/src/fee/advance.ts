import * as z from "zod";
import { plus } from "../clock";
import { useTenantId, withActor } from "../context";
import { House } from "../house/house.entity";
import { idOf } from "../id";
import { sweep } from "../table/due";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { type AccountItem, ensureAccount, withBill } from "./account";
import { FeeAccount } from "./account.entity";
import { type BillItem, charge, remindAt, takeNumbers } from "./bill";
import { Bill, billIdOf } from "./bill.entity";
import { type Addressee, addresseeOf, sendNotice } from "./notice";
import { BillingRun } from "./run.entity";
import { settleCredit } from "./settle";
import { debtor, debtorOf, sumOf } from "./terms";

type RunItem = ItemOf<typeof BillingRun>;
type HouseItem = ItemOf<typeof House>;

/** Houses a step: a bill, an account, a notice and a link for each, and the run, fit one transaction. */
const housesPerStep = 22;

/** A worker that has not taken its next step by then has stopped or died. */
const holdSeconds = 15;

const waiting = z.object({ houseId: idOf("house"), debtor });

/** One step of a run: the next houses get their bills, in one transaction with the run's own progress. */
const billStep = verb({
  name: "fee.billStep",
  may: "system",
  input: z.strictObject({ runId: idOf("billingRun") }),
  output: z.object({ done: z.boolean(), waiting: z.array(waiting) }),
  run: async ({ runId }, work) => {
    const run = await BillingRun.need({ runId });
    if (run.state === "done") return { done: true, waiting: [] };
    const place = [run.projectId, "house"];
    const page = await House.query("gsi1", place, { limit: housesPerStep, cursor: run.cursor });
    const bills = await makeBills(work, run, page.items);
    const done = page.cursor === undefined;
    work.patch(BillingRun, run, {
      ...progress(run, page.items.length, bills),
      cursor: page.cursor,
      heldUntil: done ? undefined : plus(work.now, { seconds: holdSeconds }),
      ...(done && { state: "done" as const, finishedAt: work.now }),
    });
    work.about(runId, run.projectId, { bills: bills.made.length });
    return { done, waiting: bills.waiting };
  },
});

type Made = { made: BillItem[]; alreadyBilled: number; waiting: AccountItem[] };

async function makeBills(work: Work, run: RunItem, houses: readonly HouseItem[]): Promise<Made> {
  const known = await Bill.batch(houses.map(({ houseId }) => ({ billId: billIdOf(houseId, run.period) })));
  const billed = new Set(known.map(({ houseId }) => houseId));
  const drafts = houses
    .filter(({ houseId }) => !billed.has(houseId))
    .map((house) => ({ house, debtor: debtorOf(house), ...charge(house, run.standards) }))
    .filter(({ amount }) => amount > 0);
  const result: Made = { made: [], alreadyBilled: known.length, waiting: [] };
  if (drafts.length === 0) return result;
  const numbers = await takeNumbers(work, run.projectId, run.period, drafts.length);
  const accounts = await FeeAccount.batch(
    drafts.map(({ house, debtor: who }) => ({ houseId: house.houseId, debtor: who })),
  );
  const tenant = await Tenant.need({});
  const told = await Promise.all(
    drafts.map(({ house, debtor: who }) =>
      run.notify && who === "resident" ? addresseeOf(house.houseId, tenant.zone) : undefined,
    ),
  );
  for (const [i, draft] of drafts.entries()) {
    const account = accounts.find(
      (one) => one.houseId === draft.house.houseId && one.debtor === draft.debtor,
    );
    const made = makeBill(work, { run, tenant, draft, account, number: numbers[i] ?? "", told: told[i] });
    result.made.push(made.bill);
    if (made.account.settleAt) result.waiting.push(made.account);
  }
  return result;
}

type Making = {
  run: RunItem;
  tenant: ItemOf<typeof Tenant>;
  draft: { house: HouseItem; debtor: AccountItem["debtor"] } & ReturnType<typeof charge>;
  account: AccountItem | undefined;
  number: string;
  told: Addressee | undefined;
};

function makeBill(work: Work, { run, tenant, draft, account: loaded, number, told }: Making) {
  const { house, debtor: who, lines, amount } = draft;
  const { houseId, projectId, code: houseCode } = house;
  const { runId, period, dueOn } = run;
  const before = ensureAccount(work, loaded, { houseId, projectId, houseCode, debtor: who });
  // A prepayment is allocated first, in a step of its own, so that the notice asks for what is left.
  const settleAt = before.credit > 0 ? work.now : before.settleAt;
  const bill = work.create(
    Bill,
    {
      billId: billIdOf(houseId, period),
      ...{ projectId, houseId, houseCode, number, period, runId, lines, amount, dueOn },
      ...{ revision: 1, origin: "run", debtor: who },
      ...{ waivers: [], waived: 0, paid: 0, outstanding: amount, status: "open" },
      issuedAt: work.now,
      awaitsNotice: settleAt && told ? true : undefined,
      remindAt: who === "resident" ? remindAt(dueOn, work.now, tenant.zone, run) : undefined,
    },
    "race",
  );
  const account = work.patch(FeeAccount, before, { ...withBill(before, bill), settleAt });
  if (told && !settleAt) sendNotice(work, { tenant, account, bill, to: told });
  return { bill, account };
}

function progress(run: RunItem, seen: number, { made, alreadyBilled }: Made): Partial<RunItem> {
  const developer = made.filter((bill) => bill.debtor === "developer");
  return {
    seen: run.seen + seen,
    billed: run.billed + made.length,
    sum: run.sum + sumOf(made.map((bill) => bill.amount)),
    developerBilled: run.developerBilled + developer.length,
    developerSum: run.developerSum + sumOf(developer.map((bill) => bill.amount)),
    alreadyBilled: run.alreadyBilled + alreadyBilled,
    nothingToBill: run.nothingToBill + seen - made.length - alreadyBilled,
  };
}

/** A worker leaves a run that is not done: it is due at once for the next one. */
const release = verb({
  name: "fee.leaveRun",
  may: "system",
  input: z.strictObject({ runId: idOf("billingRun") }),
  output: z.object({}),
  run: async ({ runId }, work) => {
    const run = await BillingRun.need({ runId });
    work.about(runId, run.projectId);
    if (run.state === "running") work.patch(BillingRun, run, { heldUntil: undefined });
    return {};
  },
});

/**
 * Works on a run step by step until it is done or so many milliseconds have passed. Stopped anywhere, killed even, it
 * goes on where it was: progress is written with the bills, and a bill's id admits it once.
 */
export function advanceRun(runId: string, milliseconds: number): Promise<void> {
  return withActor({ type: "system", tenantId: useTenantId() }, async () => {
    const start = performance.now();
    for (;;) {
      const { done, waiting: houses } = await billStep({ runId });
      for (const house of houses) await settleCredit(house);
      if (done) return;
      if (performance.now() - start > milliseconds) return void (await release({ runId }));
    }
  });
}

/** Works on every run nobody works on. A run of tens of thousands of houses goes on over several sweeps. */
export const sweepRuns = () => sweep("billingRun", ({ pk }) => advanceRun(pk.split("#")[1] ?? "", 45_000));
