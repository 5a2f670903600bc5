import * as z from "zod";
import type { Locale } from "../tenant/tenant.entity";

/** What work and materials are counted in. */
export const units = [
  ...(["time", "hour", "day", "piece", "set", "machine", "point"] as const),
  ...(["metre", "squareMetre", "sheet", "roll", "tube", "kilogram", "litre"] as const),
] as const;
export const unit = z.enum(units);
export type Unit = z.output<typeof unit>;

/** A unit in words, as it stands behind a quantity. */
export const unitWords: Record<Locale, Record<Unit, string>> = {
  "zh-CN": {
    ...{ time: "次", hour: "小时", day: "天", piece: "个", set: "套", machine: "台", point: "处" },
    ...{ metre: "米", squareMetre: "平方米", sheet: "张", roll: "卷", tube: "支" },
    ...{ kilogram: "公斤", litre: "升" },
  },
  en: {
    ...{
      time: "visit",
      hour: "hour",
      day: "day",
      piece: "piece",
      set: "set",
      machine: "unit",
      point: "place",
    },
    ...{ metre: "m", squareMetre: "m²", sheet: "sheet", roll: "roll", tube: "tube" },
    ...{ kilogram: "kg", litre: "l" },
  },
};

/** So much of it, in hundredths of its unit: 1 to 9,999.99. */
export const quantity = z
  .int()
  .min(1)
  .max(999_999)
  .meta({ description: "a quantity in hundredths of its unit", example: 150 });

/** 150 → "1.5", 200 → "2" */
export const quantityText = (hundredths: number) => String(hundredths / 100);
