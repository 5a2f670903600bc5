import type { Cell } from "./cell";
import { tidy } from "./cleaners/text";

/** What a project is, as far as the usage of its houses tells. */
export type ProjectType = "residential" | "office" | "mall" | "industrial" | "parking" | "other";
/** How a house is occupied. */
export type HouseStatus = "occupied" | "let" | "vacant" | "renovating" | "unsold";
/** Why a household gets extra attention. */
export type KeyCare = "living_alone" | "ill" | "impaired" | "not_permanent" | "other";

const first = <T>(rules: readonly (readonly [RegExp, T])[], text: string): T | undefined =>
  rules.find(([pattern]) => pattern.test(text))?.[1];

const usages = [
  [/写字楼|办公|商务|office/i, "office"],
  [/商铺|商业|商场|购物|门面|底商|mall|retail|shop/i, "mall"],
  [/住宅|公寓|别墅|洋房|居住|resident|apartment|villa/i, "residential"],
  [/厂房|仓|工业|产业|园区|industr|warehouse/i, "industrial"],
  [/车位|车库|parking|garage/i, "parking"],
] as const;

const statuses = [
  [/未售|待售|unsold/i, "unsold"],
  [/出租|租用|let\b|leased|rented/i, "let"],
  [/装修|renovat/i, "renovating"],
  [/空置|未入住|空房|vacant|empty/i, "vacant"],
  [/入住|自住|自用|occupied/i, "occupied"],
] as const;

const cares = [
  [/独居|孤寡|alone/i, "living_alone"],
  [/病|ill\b|illness/i, "ill"],
  [/行动不便|残|失能|impair|disab/i, "impaired"],
  [/非常住|不常住|not permanent/i, "not_permanent"],
] as const;

/** 住宅 → residential, 写字楼 → office …; undefined for nothing written, "other" for unknown words. */
export function projectTypeOf(usage: Cell): ProjectType | undefined {
  const text = tidy(usage);
  return text === "" ? undefined : (first(usages, text) ?? "other");
}

/** 已入住 → occupied, 未售 → unsold …; undefined for nothing or unknown words. */
export const statusOf = (status: Cell): HouseStatus | undefined => first(statuses, tidy(status));

/** 独居老人 → living_alone …; undefined for nothing written, "other" for unknown words. */
export function keyCareOf(care: Cell): KeyCare | undefined {
  const text = tidy(care);
  return text === "" || /^(?:无|否|no|-)$/i.test(text) ? undefined : (first(cares, text) ?? "other");
}
