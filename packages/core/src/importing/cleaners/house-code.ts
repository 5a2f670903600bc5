import { type Cell, cellText } from "../cell";
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
    .replace(/[a-z]+/g, (letters) => letters.toUpperCase());

/** Takes words away until none is left ("3号楼栋"), so that a cleaned name cleans to itself. */
function settled(text: string, step: (text: string) => string): string | undefined {
  const next = step(text);
  if (next !== text) return settled(next, step);
  return text.length > 0 && text.length <= 20 ? text : undefined;
}

const textOf = (cell: Cell | undefined) =>
  cell instanceof Date || typeof cell === "boolean" || (typeof cell === "number" && !Number.isInteger(cell))
    ? ""
    : squeezed(cellText(cell).slice(0, 100));

const buildingWords = "号楼|号院|栋|幢|座|楼|#楼|#|号";
const anyBuildingWord = new RegExp(buildingWords);
const buildingEnd = new RegExp(`(?:${buildingWords})$`);

/** `3栋`, `3号楼`, `03幢`, `三栋`, `Building 3`, 3 → "3"; `A座` → "A". Undefined when empty or over 20 characters. */
export const cleanBuilding = (cell: Cell | undefined): string | undefined =>
  settled(textOf(cell), (text) =>
    part(text.replace(/^(?:building|block|tower)/i, "").replace(buildingEnd, "")),
  );

/** `1单元`, `一单元`, 1 → "1". Undefined when empty or over 20 characters. */
export const cleanUnit = (cell: Cell | undefined): string | undefined =>
  settled(textOf(cell), (text) => part(text.replace(/^unit/i, "").replace(/(?:单元|门|梯)$/, "")));

/** A room as number or text: 402, "402室", "４０２" → "402". Leading zeros stay: they are part of the name. */
export const cleanRoom = (cell: Cell | undefined): string | undefined =>
  settled(textOf(cell), (text) =>
    text
      .replace(/^(?:room|rm\.?)/i, "")
      .replace(/(?:室|号|房|户)$/, "")
      .replace(/[a-z]+/g, (letters) => letters.toUpperCase()),
  );

/** Joins cleaned parts to the code of a house. */
export const housePlace = (building: string, unit: string, room: string): HousePlace => ({
  building,
  unit,
  room,
  code: [building, unit, room].filter((one) => one !== "").join("-"),
});

const worded = new RegExp(`^(.{1,20}?)(?:${buildingWords})-?(?:(.{1,20}?)(?:单元|门|梯)-?)?(.{1,20})$`);

/** Dashes divide a code unless its first part already holds more than the building: 3号楼2-101. */
function split(text: string): (string | undefined)[] | undefined {
  const pieces = text.split("-");
  const dashed = pieces.length === 2 ? [pieces[0], undefined, pieces[1]] : pieces;
  const words = worded.exec(text);
  if (words && (pieces.length === 1 || anyBuildingWord.test(pieces[0] ?? ""))) return words.slice(1);
  return dashed.length === 3 && pieces.length > 1 ? dashed : undefined;
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
  if (!building || !room || cleanedUnit === undefined) return undefined;
  const dashed = `${building}${cleanedUnit}${room}`.includes("-");
  const muddled = anyBuildingWord.test(cleanedUnit + room);
  return dashed || muddled ? undefined : housePlace(building, cleanedUnit, room);
}
