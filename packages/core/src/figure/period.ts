import * as z from "zod";
import { month } from "../clock";
import { families } from "./sheet";

/** "2026-11" or "2026". */
export const period = z.union([month, z.string().regex(/^(20)\d{2}$/, "must be a year like 2026")]);

/**
 * What figures are read for: a month, or the year so far. `months` are those it covers, `soFar` the year's up to its
 * end or the present.
 */
export type Period = {
  readonly year: string;
  /** Undefined for a year. */
  readonly month?: string;
  readonly months: readonly string[];
  readonly soFar: readonly string[];
};

/** The months a period covers and, for the year to date, those that have begun by `nowMonth` ("2026-11"). */
export function periodOf(text: string, nowMonth: string): Period {
  const [year = "", month] = text.split("-");
  const [nowYear = "", now = "12"] = nowMonth.split("-");
  const begun = year < nowYear ? "12" : year > nowYear ? "00" : now;
  const soFar = families.service.rows.filter((row) => row <= (month ?? begun));
  return { year, month, months: month ? [month] : soFar, soFar };
}

/** A month as a period, whenever it is looked at. */
export const monthPeriod = (month: string): Period => periodOf(month, month);
