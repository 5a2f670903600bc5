/** An exact quotient of two whole numbers (counts, or money in fen). The denominator is above 0. */
export interface Rate {
  readonly numerator: number;
  readonly denominator: number;
}

/** An exact quotient whose terms may outgrow 53 bits, such as a mean of several scores. */
export interface LongRate {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** What stands in place of a figure that has no denominator, in every language (figures.md). */
export const NO_FIGURE = "—";

/** @throws RangeError unless `value` is a whole number that doubles hold exactly. */
export function assertWhole(value: number): void {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe whole number: ${value}`);
}

/** @throws RangeError unless `value` is a whole number from 0 that doubles hold exactly. */
export function assertCount(value: number): void {
  assertWhole(value);
  if (value < 0) throw new RangeError(`not a count: ${value}`);
}

/** Sum of whole numbers. @throws RangeError when a term or the sum is not exact any more. */
export function exactSum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) {
    assertWhole(value);
    total += value;
    assertWhole(total);
  }
  return total;
}

/**
 * numerator ÷ denominator, or null where there is no denominator (figures.md: no denominator, no figure).
 * A negative denominator (more taken off than was billed) is none either.
 * @throws RangeError when a term is not a safe whole number.
 */
export function rate(numerator: number, denominator: number): Rate | null {
  assertWhole(numerator);
  assertWhole(denominator);
  return denominator > 0 ? { numerator, denominator } : null;
}

/** Nearest whole number to a quotient with denominator above 0; halves go away from zero (四舍五入). */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const rounded = (2n * magnitude + denominator) / (2n * denominator);
  return numerator < 0n ? -rounded : rounded;
}

/** The quotient as a double, for charts and estimates; never to be summed or compared as a figure. */
export function toNumber(fraction: Rate | LongRate): number {
  const { numerator, denominator } = fraction;
  if (typeof numerator === "number") return numerator / Number(denominator);
  return Number(roundHalfUp(numerator * 10n ** 15n, BigInt(denominator))) / 1e15;
}

/**
 * Order of two fractions (negative, 0, positive) by exact cross-multiplication, for sorting. What has no
 * figure comes last in either direction.
 */
export function compareRates(
  a: Rate | LongRate | null,
  b: Rate | LongRate | null,
  order: "ascending" | "descending" = "ascending",
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const left = BigInt(a.numerator) * BigInt(b.denominator);
  const right = BigInt(b.numerator) * BigInt(a.denominator);
  if (left === right) return 0;
  return left < right === (order === "ascending") ? -1 : 1;
}

function decimalText(fraction: Rate | LongRate, factor: bigint, decimals: number): string {
  if (!Number.isInteger(decimals) || decimals < 0 || decimals > 15) {
    throw new RangeError(`decimals must be 0 to 15: ${decimals}`);
  }
  const scaled = BigInt(fraction.numerator) * factor * 10n ** BigInt(decimals);
  const rounded = roundHalfUp(scaled, BigInt(fraction.denominator));
  const digits = String(rounded < 0n ? -rounded : rounded).padStart(decimals + 1, "0");
  const whole = digits.slice(0, digits.length - decimals);
  const part = digits.slice(digits.length - decimals);
  return `${rounded < 0n ? "-" : ""}${whole}${decimals > 0 ? `.${part}` : ""}`;
}

/**
 * The fraction as it is, such as a score: "84.0"; "—" for none. Rounded once, exactly, half up. Written
 * alike in zh-CN and en.
 */
export function formatDecimal(fraction: Rate | LongRate | null, decimals = 1): string {
  return fraction === null ? NO_FIGURE : decimalText(fraction, 1n, decimals);
}

/** The fraction as a percentage: "84.0%"; "—" for none. Rounded and written as `formatDecimal` does. */
export function formatPercent(fraction: Rate | LongRate | null, decimals = 1): string {
  return fraction === null ? NO_FIGURE : `${decimalText(fraction, 100n, decimals)}%`;
}
