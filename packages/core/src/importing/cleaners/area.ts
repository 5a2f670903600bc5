import type { Cell } from "../cell";
import { decimalText, parseDecimal, roundedHundredths } from "./decimal";

/**
 * An area in whole hundredths of a m²: 99.31, "99.31㎡", "１０３.６５", "1,234.5 平方米" → 9931, 9931, 10365, 123450.
 * More than two decimals are rounded half up (areas are surveyed to 0.01 m²). Undefined if it is no number;
 * zero and negative areas are given as they are, for the caller to refuse.
 */
export function cleanArea(cell: Cell | undefined): number | undefined {
  if (typeof cell === "boolean" || cell instanceof Date) return undefined;
  const text = decimalText(cell).replace(/(?:m2|㎡|平方米|平米|平方|sqm)$/i, "");
  const decimal = parseDecimal(text);
  return decimal && roundedHundredths(decimal);
}
