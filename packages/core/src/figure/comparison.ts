import type { ItemOf } from "../table/entity";
import {
  arrearsRecoveryRate,
  collectionRateAsOfNow,
  currentCollectionRate,
  householdCollectionRate,
  overallCollectionRate,
  type PeriodSums,
  yearToDateCollectionRate,
} from "./collection";
import type { Histogram } from "./histogram";
import { type Rate, rate } from "./rate";
import { families, type Grid } from "./sheet";
import { gridOf, type Sheet } from "./sheet.entity";

/** The version of the definitions in figures.md that these figures follow. */
export const definitionVersion = 1;

type SheetItem = ItemOf<typeof Sheet>;

/** The kept sheets of one project that its row is read from. */
export type ProjectSheets = { year: SheetItem | undefined; always: SheetItem | undefined };

/** What is compared: a month "2026-11", or the year so far up to the month of `until`. */
export type Period = { year: string; months: readonly string[]; soFar: readonly string[] };

/** The months a period covers and, for the year to date, those that have begun by `nowMonth` ("2026-11"). */
export function periodOf(period: string, nowMonth: string): Period {
  const [year = "", month] = period.split("-");
  const [nowYear = "", now = "12"] = nowMonth.split("-");
  const begun = year < nowYear ? "12" : year > nowYear ? "00" : now;
  const upTo = (last: string) => families.service.rows.filter((row) => row <= last);
  const soFar = upTo(month ?? begun);
  return { year, months: month ? [month] : soFar, soFar };
}

const sum = (grid: Grid, months: readonly string[]) => (column: string) => grid.sum(column, months);

function periodSums(grid: Grid, month: string): PeriodSums {
  const at = (column: string) => grid.at(month, column);
  return {
    billed: at("billed"),
    cancelled: 0,
    waived: at("waived"),
    collectedByPeriodEnd: at("collectedInPeriod"),
    collectedToNow: at("collected"),
  };
}

const addSums = (all: readonly PeriodSums[]): PeriodSums =>
  all.reduce(
    (total, one) => ({
      billed: total.billed + one.billed,
      cancelled: total.cancelled + one.cancelled,
      waived: total.waived + one.waived,
      collectedByPeriodEnd: total.collectedByPeriodEnd + one.collectedByPeriodEnd,
      collectedToNow: total.collectedToNow + one.collectedToNow,
    }),
    { billed: 0, cancelled: 0, waived: 0, collectedByPeriodEnd: 0, collectedToNow: 0 },
  );

/** Collection of a project, or of many added up, as figures.md defines it; sums in fen. */
export function collectionOf(sheets: readonly ProjectSheets[], period: Period) {
  const years = sheets.map(({ year }) => gridOf(year, "collection"));
  const balances = sheets.map(({ always }) => gridOf(always, "balance"));
  const earlier = families.balance.rows.filter((year) => year < period.year);
  const total = (grids: readonly Grid[], months: readonly string[], column: string) =>
    grids.reduce((all, grid) => all + grid.sum(column, months), 0);
  const arrears = {
    opening: total(balances, earlier, "left"),
    cancelled: 0,
    waived: total(years, families.collection.rows, "waivedEarlier"),
    recovered: total(years, families.collection.rows, "recovered"),
  };
  const of = (months: readonly string[]) =>
    years.flatMap((grid) => months.map((month) => periodSums(grid, month)));
  const inPeriod = addSums(of(period.months));
  return {
    current: currentCollectionRate(inPeriod),
    asOfNow: collectionRateAsOfNow(inPeriod),
    yearToDate: yearToDateCollectionRate(of(period.soFar)),
    arrearsRecovery: arrearsRecoveryRate(arrears),
    overall: overallCollectionRate(arrears, of(period.soFar)),
    households: householdCollectionRate({
      settled: total(years, period.months, "housesClear"),
      billed: total(years, period.months, "housesBilled"),
    }),
    developer: rate(
      total(years, period.months, "developerCollected"),
      total(years, period.months, "developerBilled"),
    ),
  };
}

/** Service of a project, or of many added up. */
export function serviceOf(sheets: readonly ProjectSheets[], period: Period) {
  const grids = sheets.map(({ year }) => gridOf(year, "service"));
  const count = (column: string) => grids.reduce((all, grid) => all + sum(grid, period.months)(column), 0);
  return {
    created: count("created"),
    complaints: count("complaints"),
    completion: rate(count("closedOfCreated"), count("created")),
    responseOnTime: rate(count("responseOnTime"), count("responseDue")),
    completionOnTime: rate(count("completionOnTime"), count("completionDue")),
    callbackIn24h: rate(count("callbackIn24h"), count("callbackWanted")),
    callbackSatisfied: rate(count("callbackSatisfied"), count("callbackReached")),
    repeatRepair: rate(count("repairsRepeated"), count("repairsCompleted")),
    reopened: rate(count("reopened"), count("closed")),
    complaintsHandled: rate(count("complaintsClosed"), count("complaints")),
  } satisfies Record<string, Rate | number | null>;
}

/** The overall question's answers of campaigns opened in the period, and the households asked. */
export function satisfactionOf(sheets: readonly ProjectSheets[], period: Period) {
  const grids = sheets.map(({ year }) => gridOf(year, "satisfaction"));
  const count = (column: string) => grids.reduce((all, grid) => all + sum(grid, period.months)(column), 0);
  const histogram: Histogram = [count("1"), count("2"), count("3"), count("4"), count("5")];
  return {
    histogram,
    response: rate(count("answered"), count("invited") - count("undeliverable")),
  };
}

/** When the latest of some sheets was last added to; undefined when there is none. */
export const asOf = (sheets: readonly (SheetItem | undefined)[]) =>
  sheets.reduce<string | undefined>(
    (latest, sheet) => (sheet && sheet.asOf > (latest ?? "") ? sheet.asOf : latest),
    undefined,
  );
