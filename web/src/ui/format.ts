/** Fen as yuan with sign: 123456 → "¥1,234.56". Exact for every safe integer. */
export function formatFen(fen: number): string {
  const digits = Math.abs(fen).toString().padStart(3, "0");
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${fen < 0 ? "-" : ""}¥${whole}.${digits.slice(-2)}`;
}

/** How a figure is written: a rate 0–1 as percent, a score 0–100, a number of things, money in fen. */
export type FigureKind = "rate" | "score" | "count" | "fen";

/** A figure as text, one decimal for rates and scores. Rates round, yet neither to 0 % nor to 100 % what is not. */
export function formatFigure(value: number, kind: FigureKind, locale: string): string {
  if (kind === "fen") return formatFen(value);
  if (kind === "count") return new Intl.NumberFormat(locale).format(value);
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  if (kind === "score") return new Intl.NumberFormat(locale, digits).format(value);
  return new Intl.NumberFormat(locale, { style: "percent", ...digits }).format(keepApart(value));
}

// "100.0 %" must mean that nothing is missing, "0.0 %" that there is nothing.
function keepApart(rate: number): number {
  if (rate > 0 && rate < 0.001) return 0.001;
  return rate < 1 && rate > 0.999 ? 0.999 : rate;
}

/** Bytes for people: 1536 → "1.5 KB". */
export function formatBytes(bytes: number): string {
  const units = ["B", "KB", "MB", "GB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${Number(value.toFixed(value < 10 && unit > 0 ? 1 : 0))} ${units[unit]}`;
}
