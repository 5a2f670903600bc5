import type { Cell } from "../cell";
import { squeezed } from "./text";

/** The place of a house within its project; `code` joins the parts that exist: "1-1-402", "A-1203". */
export interface HousePlace {
  building: string;
  /** Empty where the building has no units. */
  unit: string;
  room: string;
  code: string;
}

const digits = "零一二三四五六七八九";

/** 十二 → 12, 二十 → 20, up to 99; other text stays as it is. */
function arabic(text: string): string {
  const found = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (!found || text === "") return text;
  const [, first, ten, last] = found;
  if (!ten) return first && !last ? String(digits.indexOf(first)) : text;
  return String((first ? digits.indexOf(first) : 1) * 10 + (last ? digits.indexOf(last) : 0));
}

const part = (text: string) =>
  arabic(text.replace(/^第/, ""))
    .replace(/^0+(?=\d+$)/, "")
    .toUpperCase();
const bounded = (text: string) => (text.length > 0 && text.length <= 20 ? text : undefined);
const textOf = (cell: Cell | undefined) =>
  cell instanceof Date || typeof cell === "boolean" || (typeof cell === "number" && !Number.isInteger(cell))
    ? ""
    : squeezed(cell);

const buildingWords = "号楼|号院|栋|幢|座|楼|#楼|#|号";
const buildingEnd = new RegExp(`(?:${buildingWords})$`);

/** `3栋`, `3号楼`, `03幢`, `三栋`, `Building 3`, 3 → "3"; `A座` → "A". Undefined when empty or over 20 characters. */
export const cleanBuilding = (cell: Cell | undefined): string | undefined =>
  bounded(
    part(
      textOf(cell)
        .replace(/^(?:building|block|tower)/i, "")
        .replace(buildingEnd, ""),
    ),
  );

/** `1单元`, `一单元`, 1 → "1". Undefined when empty or over 20 characters. */
export const cleanUnit = (cell: Cell | undefined): string | undefined =>
  bounded(
    part(
      textOf(cell)
        .replace(/^unit/i, "")
        .replace(/(?:单元|门|梯)$/, ""),
    ),
  );

/** A room as number or text: 402, "402室", "４０２" → "402". Leading zeros stay: they are part of the name. */
export const cleanRoom = (cell: Cell | undefined): string | undefined =>
  bounded(
    textOf(cell)
      .replace(/^(?:room|rm\.?)/i, "")
      .replace(/(?:室|号房|号|房|户)$/, "")
      .toUpperCase(),
  );

/** Joins cleaned parts to the code of a house. */
export const housePlace = (building: string, unit: string, room: string): HousePlace => ({
  building,
  unit,
  room,
  code: [building, unit, room].filter((one) => one !== "").join("-"),
});

const worded = new RegExp(`^(.{1,20}?)(?:${buildingWords})-?(?:(.{1,20}?)(?:单元|门|梯)-?)?(.{1,20})$`);

function split(text: string): (string | undefined)[] | undefined {
  const words = worded.exec(text);
  if (words) return [words[1], words[2], words[3]];
  const pieces = text.split("-");
  if (pieces.length === 2) return [pieces[0], undefined, pieces[1]];
  return pieces.length === 3 ? pieces : undefined;
}

/**
 * A whole house in one cell: "1-1-402", "1-402", "1栋1单元402室", "A座1203", "3号楼2-101".
 * Undefined when it names no building and room.
 */
export function cleanHouseCode(cell: Cell | undefined): HousePlace | undefined {
  const found = split(textOf(cell));
  if (!found) return undefined;
  const inRoom = found[1] === undefined ? /^([^-]{1,20})-([^-]{1,20})$/.exec(found[2] ?? "") : null;
  const building = cleanBuilding(found[0]);
  const unit = inRoom ? inRoom[1] : found[1];
  const room = cleanRoom(inRoom ? inRoom[2] : found[2]);
  const cleanedUnit = unit === undefined ? "" : cleanUnit(unit);
  if (!building || !room || cleanedUnit === undefined || room.includes("-")) return undefined;
  return housePlace(building, cleanedUnit, room);
}
