import type { Locale } from "../tenant/tenant.entity";

/** How a house that nobody could be found for is noted below what was said. */
export const houseNote: Record<Locale, (house: string) => string> = {
  "zh-CN": (house) => `房号：${house}`,
  en: (house) => `House: ${house}`,
};
