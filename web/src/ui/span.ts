const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** A length of time in its two largest units, rounded down: "1 day 4 hours", "25 minutes"; never less than a minute. */
export function formatSpan(ms: number, locale: string): string {
  const whole = Math.max(ms, 60_000);
  const first = units.findIndex(([, size]) => whole >= size);
  let rest = whole;
  return units
    .slice(first, first + 2)
    .flatMap(([unit, size]) => {
      const count = Math.floor(rest / size);
      rest -= count * size;
      const words = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "long" });
      return count > 0 ? [words.format(count)] : [];
    })
    .join(" ");
}
