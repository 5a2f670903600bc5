import * as z from "zod";
import { isBlank } from "./cell";
import { cleanArea } from "./cleaners/area";
import { cleanDate } from "./cleaners/date";
import { cleanFen } from "./cleaners/fen";
import {
  cleanBuilding,
  cleanHouseCode,
  cleanRoom,
  cleanUnit,
  type HousePlace,
  housePlace,
} from "./cleaners/house-code";
import { cleanPeople, type ImportedPerson, type PeopleFault } from "./cleaners/people";
import { saysNothing, squeezed, tidy } from "./cleaners/text";
import {
  type HouseStatus,
  type KeyCare,
  keyCareOf,
  type ProjectType,
  projectTypeOf,
  statusOf,
} from "./house-words";
import type { RowReason } from "./reasons";
import { type RowReader, readProject } from "./row";

/** A house as its row describes it. Absent means that the file does not say. */
export interface ImportedHouse extends HousePlace {
  areaHundredths: number;
  /** YYYY-MM-DD */
  handoverDate?: string;
  usage?: string;
  status?: HouseStatus;
  /** The words of the file and what they mean. */
  keyCare?: { kind: KeyCare; words: string };
  /** Fen per m² and month. */
  priceFenPerM2?: number;
}

/** A row of a house that can be taken in. */
export interface HouseRow {
  kind: "house";
  sheet: string;
  row: number;
  project: string;
  projectType?: ProjectType;
  house: ImportedHouse;
  people: ImportedPerson[];
}

type Reader = RowReader<"houses">;

const emailPattern = z.email().max(254);

function readPlace(reader: Reader): HousePlace | undefined {
  const room = reader.cell("room");
  const whole = reader.has("building") ? undefined : cleanHouseCode(room);
  if (whole) return whole;
  const building = reader.need("building", cleanBuilding(reader.cell("building")), "building_missing");
  const name = reader.need("room", cleanRoom(room), "room_missing");
  const hasUnit = !saysNothing(tidy(reader.cell("unit")));
  const unit = hasUnit ? reader.need("unit", cleanUnit(reader.cell("unit")), "unit_invalid") : "";
  if (building === undefined || name === undefined || unit === undefined) return undefined;
  return housePlace(building, unit, name);
}

function readArea(reader: Reader): number | undefined {
  const cell = reader.cell("area");
  if (isBlank(cell)) return reader.problem("area", "area_missing");
  const area = reader.need("area", cleanArea(cell), "area_unreadable");
  if (area === undefined) return undefined;
  if (area <= 0) return reader.problem("area", "area_not_positive");
  return area <= 100_000_000 ? area : reader.problem("area", "area_unreadable");
}

function readPrice(reader: Reader): number | undefined {
  const cell = reader.cell("price");
  if (saysNothing(tidy(cell))) return undefined;
  const price = cleanFen(typeof cell === "string" ? squeezed(cell).replace(/元?\/.*$/, "") : cell);
  return reader.need("price", price !== undefined && price >= 0 ? price : undefined, "price_invalid");
}

function readHandover(reader: Reader): string | undefined {
  const cell = reader.cell("handoverDate");
  if (saysNothing(tidy(cell))) return undefined;
  return reader.need("handoverDate", cleanDate(cell), "handover_date_not_real");
}

const faultReasons = {
  owner: { phone_invalid: "owner_phone_invalid", name_missing: "owner_name_missing" },
  occupant: { phone_invalid: "occupant_phone_invalid", name_missing: "occupant_name_missing" },
} as const;

function reasonOf(fault: PeopleFault, as: "owner" | "occupant"): RowReason {
  if (fault === "name_too_long") return "text_too_long";
  return fault === "phones_not_matching" ? fault : faultReasons[as][fault];
}

function readPeopleAs(reader: Reader, as: "owner" | "occupant"): ImportedPerson[] {
  const [name, phone] = [`${as}Name`, `${as}Phone`] as const;
  const people = cleanPeople(reader.cell(name), reader.cell(phone), as);
  if (Array.isArray(people)) return people;
  const atName = people === "name_missing" || people === "name_too_long" || !reader.has(phone);
  reader.problem(atName ? name : phone, reasonOf(people, as));
  return [];
}

function readPeople(reader: Reader): ImportedPerson[] {
  const people = [...readPeopleAs(reader, "owner"), ...readPeopleAs(reader, "occupant")];
  const email = tidy(reader.cell("email")).toLowerCase();
  if (saysNothing(email)) return people;
  if (!emailPattern.safeParse(email).success) {
    reader.problem("email", "email_invalid");
    return people;
  }
  const [first, ...rest] = people;
  if (!first && reader.problems.length === 0) reader.problem("ownerName", "owner_name_missing");
  return first ? [{ ...first, email }, ...rest] : people;
}

/** A copy without the keys whose value is undefined. */
function defined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as T;
}

/** What could be read of a row: which house it means, and the house itself if nothing is wrong. */
export interface HouseReading {
  project: string;
  code?: string;
  good?: HouseRow;
}

/**
 * Reads one row of a house. Without `good` the reader holds all that is wrong. An e-mail address is the first owner's.
 */
export function readHouseRow(reader: Reader, project = ""): HouseReading {
  const { sheet, row } = reader.data;
  const name = readProject(reader, project);
  const place = readPlace(reader);
  const areaHundredths = readArea(reader);
  const handoverDate = readHandover(reader);
  const people = readPeople(reader);
  const priceFenPerM2 = readPrice(reader);
  const usage = tidy(reader.cell("usage")).slice(0, 60);
  const kind = keyCareOf(reader.cell("keyCare"));
  if (!place || areaHundredths === undefined || reader.problems.length > 0) {
    return { project: name, ...(place && { code: place.code }) };
  }
  const house = defined<ImportedHouse>({
    ...place,
    areaHundredths,
    handoverDate,
    usage: usage || undefined,
    status: statusOf(reader.cell("status")),
    keyCare: kind && { kind, words: tidy(reader.cell("keyCare")).slice(0, 200) },
    priceFenPerM2,
  });
  const projectType = projectTypeOf(usage);
  const typed = projectType && { projectType };
  const good: HouseRow = { kind: "house", sheet, row, project: name, ...typed, house, people };
  return { project: name, code: place.code, good };
}
