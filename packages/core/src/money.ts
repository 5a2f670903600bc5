import * as z from "zod";

/** Whole fen, 1/100 yuan; up to 10^13 so that sums of ten thousand stay safe integers. */
export const fen = z
  .int()
  .min(0)
  .max(10_000_000_000_000)
  .meta({ description: "money in whole fen (1/100 yuan)" });
/** Fen that must be more than nothing. */
export const positiveFen = fen.min(1);

/** 123456 → "1,234.56" (yuan). Exact for every safe integer. */
export function yuan(amountFen: number): string {
  const sign = amountFen < 0 ? "-" : "";
  const digits = Math.abs(amountFen).toString().padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${sign}${whole}.${digits.slice(-2)}`;
}

/**
 * Fen for one unit × hundredths of it (m² of an area, metres of a pipe), rounded half up to whole fen.
 * Computed in BigInt so that no product is ever inexact.
 */
export function timesHundredths(unitFen: number, hundredths: number): number {
  return Number((BigInt(unitFen) * BigInt(hundredths) * 2n + 100n) / 200n);
}
