import type { Cell } from "../cell";
import { squeezed } from "./text";

/** A decimal as written: 1,234.5 → { negative: false, whole: "1234", fraction: "5" }. */
export interface Decimal {
  negative: boolean;
  whole: string;
  fraction: string;
}

const pattern = /^([+-]?)(\d{1,15}|\d{1,3}(?:,\d{3}){1,4})(?:\.(\d{0,15}))?$/;

/** Reads digits with an optional sign and thousands in groups of three; anything else is undefined. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > 60) return undefined;
  const found = pattern.exec(text.startsWith(".") ? `0${text}` : text);
  if (!found) return undefined;
  const [, sign, whole = "", fraction = ""] = found;
  return { negative: sign === "-", whole: whole.replaceAll(",", ""), fraction: fraction.replace(/0+$/, "") };
}

/**
 * The text of a numeric cell: 15 significant digits, as Excel itself shows at most, which drops the noise
 * of binary fractions (0.1 + 0.2 → "0.3"). Text cells are squeezed.
 */
export const decimalText = (cell: Cell | undefined): string =>
  typeof cell === "number" ? String(Number(cell.toPrecision(15))) : squeezed(cell);

/** Hundredths by digits, never by floating arithmetic; further digits are refused. */
export function exactHundredths({ negative, whole, fraction }: Decimal): number | undefined {
  if (fraction.length > 2) return undefined;
  const value = Number(whole + fraction.padEnd(2, "0"));
  return Number.isSafeInteger(value) ? (negative && value !== 0 ? -value : value) : undefined;
}

/** Hundredths rounded half up (away from zero) by the third digit. */
export function roundedHundredths(decimal: Decimal): number | undefined {
  const cut = exactHundredths({ ...decimal, fraction: decimal.fraction.slice(0, 2), negative: false });
  if (cut === undefined) return undefined;
  const value = (decimal.fraction[2] ?? "0") >= "5" ? cut + 1 : cut;
  return decimal.negative && value !== 0 ? -value : value;
}
