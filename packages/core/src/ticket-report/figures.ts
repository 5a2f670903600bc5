import { formatPercent } from "../figure/rate";
import * as en from "../figure/words/en";
import * as zh from "../figure/words/zh-CN";
import type { Report } from "./read";

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

/** The month's figures of service: name, as it is shown, and both sides of a rate. */
export function figureLines({ service, locale }: Pick<Report, "service" | "locale">) {
  const { figureWords } = locale === "en" ? en : zh;
  return shown.map((figure): [name: string, value: string, sides: string] => {
    const value = service[figure];
    if (typeof value === "number") return [figureWords[figure].name, String(value), ""];
    const sides = value ? `${value.numerator} ÷ ${value.denominator}` : "";
    return [figureWords[figure].name, formatPercent(value), sides];
  });
}
