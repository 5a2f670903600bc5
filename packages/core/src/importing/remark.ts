import { cleanBuilding, cleanRoom, cleanUnit } from "./cleaners/house-code";

/** A house as a remark names it; without `unit` the remark does not tell which. */
export interface Mention {
  building: string;
  unit?: string;
  room: string;
}

const name = "[A-Z]?\\d{1,3}[A-Z]?|[A-Z]|[一二三四五六七八九十]{1,3}";
const room = "[A-Z]?\\d{2,5}[A-Z]?";
const patterns = [
  // 3号楼2单元402, 3栋402, A座1203, 3#2-402
  `(?<![\\dA-Z])(?<building>${name})(?:号楼|栋|幢|座|楼|#)-?(?:(?<unit>${name})(?:单元|门|-))?(?<room>${room})`,
  // 1-2-402
  `(?<![\\dA-Z-])(?<building>${name})-(?<unit>${name})-(?<room>${room})(?![\\dA-Z-])`,
  // 1-402
  `(?<![\\dA-Z-])(?<building>${name})-(?<room>${room})(?![\\dA-Z-])`,
].map((pattern) => new RegExp(pattern, "g"));

/** 2026-10-31 and 2026-10 are dates, not houses. */
const dates = /(?:19|20)\d{2}[-/.年]\d{1,2}(?:[-/.月]\d{1,2}日?)?/g;

/**
 * The houses that a free remark names ("翠湖花园1栋1单元102物业费", "1-1-203 10月", "3栋402"), in any order.
 * Dates and months in it are not taken for houses.
 */
export function mentions(remark: string): Mention[] {
  let rest = remark.normalize("NFKC").toUpperCase().replace(/\s+/g, " ").replace(dates, " ");
  const found: Mention[] = [];
  for (const pattern of patterns) {
    for (const { groups } of rest.matchAll(pattern)) {
      const building = cleanBuilding(groups?.building);
      const name = cleanRoom(groups?.room);
      const unit = cleanUnit(groups?.unit);
      if (building && name) found.push({ building, ...(unit && { unit }), room: name });
    }
    rest = rest.replace(pattern, " ");
  }
  return found;
}
