import { formatPercent } from "../figure/rate";
import * as en from "../figure/words/en";
import * as zh from "../figure/words/zh-CN";
import { yuan } from "../money";
import type { Report } from "./read";
import { serviceTotals } from "./service";
import { reportWords, totalNames } from "./words";

const shown = [
  "created",
  "completion",
  "responseOnTime",
  "completionOnTime",
  "callbackIn24h",
  "callbackSatisfied",
  "repeatRepair",
  "reopened",
  "complaints",
  "complaintsHandled",
] as const;

type Line = [name: string, value: string, sides: string];

/**
 * The month's figures of service: name, as it is shown, and both sides of a rate; of paid services before them what
 * those listed come to.
 */
export function figureLines({
  service,
  locale,
  list,
  rows,
}: Pick<Report, "service" | "locale" | "list" | "rows">) {
  const { figureWords } = locale === "en" ? en : zh;
  const totals = serviceTotals(rows);
  const sums = totalNames.map((name): Line => {
    const value = totals[name];
    const text = name === "services" ? String(value) : `¥${yuan(Math.round(value * 100))}`;
    return [reportWords[locale].totals[name], text, ""];
  });
  const figures = shown.map((figure): Line => {
    const value = service[figure];
    if (typeof value === "number") return [figureWords[figure].name, String(value), ""];
    const sides = value ? `${value.numerator} ÷ ${value.denominator}` : "";
    return [figureWords[figure].name, formatPercent(value), sides];
  });
  return list === "paid" ? [...sums, ...figures] : figures;
}
