import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { formatFigure } from "../../ui/format";
import type { Rate } from "./figures";

/** What a rate is made of in numbers: "24 ÷ 30", "¥1,000.00 ÷ ¥3,000.00". */
export function useSideText(): (rate: Rate, unit: "fen" | "count") => string {
  const { i18n } = useTranslation();
  return useCallback(
    ({ numerator, denominator }, unit) =>
      [numerator, denominator].map((one) => formatFigure(one, unit, i18n.language)).join(" ÷ "),
    [i18n.language],
  );
}
