import { DateTime } from "luxon";
import * as z from "zod";
import { month } from "../clock";

/** Who owes a bill: the house's owner or occupant, or, for an unsold house, the developer (regulation 41). */
export const debtors = ["resident", "developer"] as const;
export const debtor = z.enum(debtors);
export type Debtor = z.output<typeof debtor>;

/** Who owes what a house is billed now. */
export const debtorOf = (house: { occupancy: string }): Debtor =>
  house.occupancy === "unsold" ? "developer" : "resident";

/** How money comes in. */
export const methods = ["cash", "transfer", "wechat", "alipay"] as const;
export const method = z.enum(methods);
export type Method = z.output<typeof method>;

/** What is charged, in the firm's own words, such as 物业费: one item is one wording. */
export const item = z.string().trim().min(1).max(60).meta({ example: "物业费" });

/** The month a fee is for. The last year is the last that figures keep a row for. */
export const feeMonth = month.refine(
  (text) => text >= "1990-01" && text <= "2044-12",
  "must be from 1990-01 to 2044-12",
);

/** So many bills or payments a house's books list at most: more than there are such months. */
export const bookLimit = 700;
/** So many waivers a bill, or refunds a payment, has at most. */
export const decisionLimit = 50;

/** Why something was done that changes what is owed; stands in the record for good. */
export const reason = z.string().trim().min(2).max(300);

/** "2026-11" → "2026-11-30" */
export const lastDayOf = (period: string) =>
  DateTime.fromISO(`${period}-01`, { zone: "utc" }).endOf("month").toISODate() ?? `${period}-28`;

/** "2026-11" moved by months. */
export const monthsAfter = (period: string, months: number) =>
  DateTime.fromISO(`${period}-01`, { zone: "utc" }).plus({ months }).toFormat("yyyy-MM");

/** "ZD202611-0007": the prefix, a month or day without dashes, and a counter of at least four digits. */
export const numberOf = (prefix: string, date: string, counter: number) =>
  `${prefix}${date.replaceAll("-", "")}-${String(counter).padStart(4, "0")}`;

/** Sum of some amounts of money. */
export const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);
