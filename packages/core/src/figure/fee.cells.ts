import type * as z from "zod";
import { monthOf } from "../clock";
import { Allocation, type allocationSchema } from "../fee/allocation.entity";
import { Bill, type billSchema } from "../fee/bill.entity";
import type { Contributor } from "./contributors";
import { type Cell, cell, families } from "./sheet";

type BillRecord = z.output<typeof billSchema>;
type AllocationRecord = z.output<typeof allocationSchema>;

/*
 * How the columns of `collection/<year>` are defined (figures.md, Collection). A row is a month; money is fen; local
 * months are the tenant's. Matched on the period the fee is for: every column but two stands in the row of the
 * bill's period, whenever the bill was made, paid or due. "In the receivable from its due month" is met by reading
 * the rows of the periods so far: a bill made ahead waits in a later row.
 *
 * billed             amounts of bills, before waivers. Cancelled bills are in nothing.
 * waived             waivers of these bills. Receivable = billed − waived.
 * collected          allocations to them to this day, less what was taken off again.
 * collectedInPeriod  the same up to the end of the period's month; its later refunds do not change it. And so
 * collectedInYear    up to the end of the period's year: a year, too, is judged by what had come in when it ended.
 * housesBilled       bills not cancelled: a house has one a period.
 * housesClear        of these, those with nothing outstanding.
 * recovered          in the row of the month of the allocation, on its year's sheet: allocations to bills of
 *                    earlier years, less what was taken off in that month.
 * waivedEarlier      in the row of the month of the waiver, on its year's sheet: waivers of bills of earlier years.
 * developerBilled    the receivable (after waivers) of bills the developer owes for unsold houses, and
 * developerCollected what was allocated to them: a row of their own, in no other column.
 *
 * Bills of paid service and what is put on them are in no column: these are the figures of the property fee, which a
 * house owes for a period, and paid service is owed for work that was ordered.
 *
 * `balance/all` has one row a year, so that what was outstanding on 1 January of Y on bills of earlier years is the
 * sum of the rows before Y. By that day, of a bill of period-year p < Y, these count: its amount, waivers made before
 * Y, allocations dated before Y. An event of year e on a bill of year p is thus in the sum for all Y > p and Y > e,
 * which is to stand in row max(p, e):
 *   + the amount in row p, also of a bill made late, since it was owed for that year all along;
 *   − a waiver in row max(p, e): one made later was still outstanding on the 1 January before it;
 *   − an allocation in row max(p, e): money put on a bill ahead of its year waits for the bill's own year.
 * A refund is an allocation below zero, dated when it was made. A cancelled bill is in nothing, and its allocations
 * are undone at their own dates: what is outstanding "less what was cancelled since" needs no column.
 */

const yearOf = (month: string) => month.slice(0, 4);
const rowOf = (month: string) => month.slice(5, 7);
const firstYear = families.balance.rows[0] ?? "2005";

/** What a year left; bills from before the first row are in that row. */
function left(projectId: string, periodYear: string, eventYear: string, amount: number): Cell {
  const year = [periodYear, eventYear, firstYear].reduce((a, b) => (a > b ? a : b));
  return cell("balance", "all", projectId, year, "left", amount);
}

function cellsOfBill(bill: BillRecord, zone: string): Cell[] {
  if (bill.cancelled || bill.origin === "service") return [];
  const { projectId, period, amount, waived, waivers, outstanding } = bill;
  const own = (column: Parameters<typeof cell<"collection">>[4], value: number) =>
    cell("collection", yearOf(period), projectId, rowOf(period), column, value);
  if (bill.debtor === "developer") return [own("developerBilled", amount - waived)];
  return [
    own("billed", amount),
    own("waived", waived),
    own("housesBilled", 1),
    own("housesClear", outstanding === 0 ? 1 : 0),
    left(projectId, yearOf(period), yearOf(period), amount),
    ...waivers.flatMap((waiver) => waiverCells(bill, waiver.amount, monthOf(waiver.at, zone))),
  ];
}

function waiverCells({ projectId, period }: BillRecord, amount: number, month: string): Cell[] {
  const balance = left(projectId, yearOf(period), yearOf(month), -amount);
  if (yearOf(month) <= yearOf(period)) return [balance];
  return [balance, cell("collection", yearOf(month), projectId, rowOf(month), "waivedEarlier", amount)];
}

function cellsOfAllocation(allocation: AllocationRecord, zone: string): Cell[] {
  if (allocation.service) return [];
  const { projectId, period, amount, debtor } = allocation;
  const own = (column: Parameters<typeof cell<"collection">>[4]) =>
    cell("collection", yearOf(period), projectId, rowOf(period), column, amount);
  if (debtor === "developer") return [own("developerCollected")];
  const month = monthOf(allocation.valueAt, zone);
  const cells = [own("collected"), left(projectId, yearOf(period), yearOf(month), -amount)];
  if (month <= period) cells.push(own("collectedInPeriod"));
  if (yearOf(month) <= yearOf(period)) cells.push(own("collectedInYear"));
  else cells.push(cell("collection", yearOf(month), projectId, rowOf(month), "recovered", amount));
  return cells;
}

/** Bills as figures count them. */
export const billCells: Contributor = {
  kind: Bill.name,
  cells: (record, zone) => cellsOfBill(record as BillRecord, zone),
  records: async function* (projectId) {
    for await (const bill of Bill.all("gsi2", [projectId, "bill"])) yield Bill.record(bill);
  },
};

/** Allocations as figures count them. */
export const allocationCells: Contributor = {
  kind: Allocation.name,
  cells: (record, zone) => cellsOfAllocation(record as AllocationRecord, zone),
  records: async function* (projectId) {
    for await (const allocation of Allocation.all("gsi1", [projectId, "allocation"]))
      yield Allocation.record(allocation);
  },
};
