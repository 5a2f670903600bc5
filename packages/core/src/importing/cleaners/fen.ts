import type { Cell } from "../cell";
import { decimalText, exactHundredths, parseDecimal } from "./decimal";

const largest = 10_000_000_000_000;

/**
 * Money in whole fen: "1,234.56", 1234.56, "¥1,234.56", "1234.56元", "(12.00)" → 123456 … −1200. Computed by
 * digits. Undefined for anything else, for a part of a fen and for more than 10^13 fen.
 */
export function cleanFen(cell: Cell | undefined): number | undefined {
  if (typeof cell === "boolean" || cell instanceof Date) return undefined;
  const text = decimalText(cell)
    .replace(/^\((.+)\)$/, "-$1")
    .replace(/^(-?)(?:¥|cny|rmb|人民币)/i, "$1")
    .replace(/(?:元|圆|cny|rmb)$/i, "");
  const decimal = parseDecimal(text);
  const value = decimal && exactHundredths(decimal);
  return value !== undefined && Math.abs(value) <= largest ? value : undefined;
}
