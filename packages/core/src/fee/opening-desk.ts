import * as z from "zod";
import { endOfDate, month } from "../clock";
import { House } from "../house/house.entity";
import { idOf } from "../id";
import { needReach } from "../member/scope";
import { fen } from "../money";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { type AccountItem, ensureAccount, withBill } from "./account";
import { FeeAccount } from "./account.entity";
import { type BillItem, changed, remindAt, takeNumbers } from "./bill";
import { Bill, billIdOf, linesLimit } from "./bill.entity";
import { bookOf } from "./book";
import { allocate } from "./post";
import { debtorOf, feeMonth, item, lastDayOf } from "./terms";

/** What a house owed for an item and month before the system was taken into use; fen. */
export const openingRow = z
  .strictObject({
    projectId: idOf("project"),
    houseId: idOf("house"),
    item,
    period: month,
    dueFen: fen,
    paidFen: fen,
  })
  .refine(({ dueFen, paidFen }) => paidFen <= dueFen, {
    message: "more paid than was due",
    path: ["paidFen"],
  });
export type OpeningRow = z.output<typeof openingRow>;

/**
 * Why a row was not taken in. house: no such house in the project; differs: the line is there with other amounts;
 * billed: a run made this month's bill; cancelled: its bill was cancelled here; period, amount: no month or sum that a
 * bill can have.
 */
export const openingRefusals = ["house", "differs", "billed", "cancelled", "period", "amount"] as const;
export type OpeningRefusal = (typeof openingRefusals)[number];

/** A hundred million yuan for one house, item and month: sums of sums stay exact. */
const largestLine = 10_000_000_000;

/** Records of this work, as they are after what it has done so far. */
export type Desk = {
  work: Work;
  zone: string;
  houses: Map<string, ItemOf<typeof House>>;
  accounts: Map<string, AccountItem>;
  bills: Map<string, BillItem>;
  numbers: Map<string, string[]>;
  settings: Map<string, { reminders: boolean; reminderDays: number }>;
};

/** Loads what the rows are about. Throws `not_found` for a project out of reach. */
export async function prepare(work: Work, rows: readonly OpeningRow[]): Promise<Desk> {
  const settings = new Map<string, { reminders: boolean; reminderDays: number }>();
  for (const projectId of new Set(rows.map((row) => row.projectId))) {
    needReach(projectId);
    settings.set(projectId, await bookOf(projectId));
  }
  const houses = await House.batch(rows);
  const bills = await Bill.batch(rows.map((row) => ({ billId: billIdOf(row.houseId, row.period) })));
  const accounts = await FeeAccount.batch(
    houses.map((house) => ({ houseId: house.houseId, debtor: debtorOf(house) })),
  );
  const desk: Desk = {
    work,
    zone: await tenantZone(),
    houses: new Map(houses.map((house) => [house.houseId, house])),
    accounts: new Map(accounts.map((account) => [account.houseId, account])),
    bills: new Map(bills.map((bill) => [bill.billId, bill])),
    numbers: new Map(),
    settings,
  };
  await reserveNumbers(desk, rows);
  return desk;
}

/** As many bill numbers of each project and month as there are bills to be made. */
async function reserveNumbers(desk: Desk, rows: readonly OpeningRow[]) {
  const fresh = new Map<string, { projectId: string; period: string; bills: Set<string> }>();
  for (const row of rows) {
    if (judge(desk, row) !== "new") continue;
    const { projectId, period } = row;
    const key = `${projectId}#${period}`;
    const group = fresh.get(key) ?? { projectId, period, bills: new Set<string>() };
    group.bills.add(billIdOf(row.houseId, period));
    fresh.set(key, group);
  }
  for (const [key, { projectId, period, bills }] of fresh)
    desk.numbers.set(key, await takeNumbers(desk.work, projectId, period, bills.size));
}

/** Whether a row makes a new bill or a line of one, changes nothing, or why it cannot be taken. */
export function judge(
  { houses, bills }: Desk,
  row: OpeningRow,
): OpeningRefusal | "new" | "line" | "unchanged" {
  if (houses.get(row.houseId)?.projectId !== row.projectId) return "house";
  if (!feeMonth.safeParse(row.period).success) return "period";
  if (row.dueFen === 0) return "unchanged";
  if (row.dueFen > largestLine) return "amount";
  const bill = bills.get(billIdOf(row.houseId, row.period));
  if (!bill) return "new";
  if (bill.origin !== "opening") return "billed";
  const line = bill.lines.find((one) => one.item === row.item);
  if (line) return line.amount === row.dueFen && line.paidBefore === row.paidFen ? "unchanged" : "differs";
  if (bill.cancelled) return "cancelled";
  return bill.lines.length < linesLimit ? "line" : "amount";
}

/** Takes a row in: a line of its month's bill, its payment an allocation, the account with them. */
export function take(desk: Desk, row: OpeningRow) {
  const { work, bills, accounts } = desk;
  const house = desk.houses.get(row.houseId);
  if (!house) return;
  const line = { item: row.item, amount: row.dueFen, paidBefore: row.paidFen };
  const known = bills.get(billIdOf(row.houseId, row.period));
  const bill = known ? addLine(work, known, line) : openBill(desk, row, house, line);
  bills.set(bill.billId, bill);
  if (row.paidFen > 0) {
    const valueAt = endOfMonth(row.period, desk.zone);
    allocate(work, bill, { amount: row.paidFen, kind: "opening", method: "opening", valueAt });
  }
  const owner = {
    houseId: bill.houseId,
    projectId: bill.projectId,
    houseCode: house.code,
    debtor: bill.debtor,
  };
  const account = ensureAccount(work, accounts.get(row.houseId), owner);
  accounts.set(row.houseId, work.patch(FeeAccount, account, withBill(account, bill)));
}

type Line = { item: string; amount: number; paidBefore: number };

const addLine = (work: Work, bill: BillItem, line: Line) =>
  work.patch(
    Bill,
    bill,
    changed(bill, {
      lines: [...bill.lines, line],
      amount: bill.amount + line.amount,
      paid: bill.paid + line.paidBefore,
    }),
  );

function openBill(desk: Desk, row: OpeningRow, house: ItemOf<typeof House>, line: Line): BillItem {
  const { work, zone, settings, numbers } = desk;
  const { projectId, houseId, period } = row;
  const dueOn = lastDayOf(period);
  const debtor = debtorOf(house);
  const remind = settings.get(projectId);
  const outstanding = line.amount - line.paidBefore;
  return work.create(
    Bill,
    {
      billId: billIdOf(houseId, period),
      ...{ projectId, houseId, period, dueOn, debtor, houseCode: house.code },
      number: numbers.get(`${projectId}#${period}`)?.shift() ?? "",
      ...{ revision: 1, origin: "opening", lines: [line], amount: line.amount, waivers: [], waived: 0 },
      ...{ paid: line.paidBefore, outstanding, status: outstanding > 0 ? "open" : "settled" },
      issuedAt: work.now,
      remindAt: debtor === "resident" && remind ? remindAt(dueOn, work.now, zone, remind) : undefined,
    },
    "race",
  );
}

/** The last instant of a local month. */
const endOfMonth = (period: string, zone: string) =>
  new Date(Date.parse(endOfDate(lastDayOf(period), zone)) - 1).toISOString();
