import { addHouse, House, writesPerHouse } from "../house/house.entity";
import { Residency, Resident, residencyOf } from "../resident/index";
import { mostHomes } from "../resident/resident.entity";
import { soundOf } from "../resident/sound";
import type { Work } from "../table/work";
import type { Locale } from "../tenant/tenant.entity";
import type { HouseFacts } from "./facts";
import type { Threefold } from "./import.entity";
import type { HouseItem, Known, ResidentItem } from "./known";
import type { Resolved } from "./resolve";
import { occupancyOf } from "./words";

/** What became of a record. */
export type Outcome = keyof Threefold;
export type Taken = { house: Outcome; people: Outcome[] };

/** At most so many records are written for a row. */
export const writesFor = (resolved: readonly Resolved[]) =>
  writesPerHouse + resolved.reduce((sum, { follow }) => sum + 2 + follow.length, 0);

/** The fields of `next` that are stated and stand otherwise in `item`. */
function news<T extends object>(item: object, next: T): Partial<T> {
  const differs = ([field, value]: [string, unknown]) =>
    value !== undefined && JSON.stringify(value) !== JSON.stringify(Reflect.get(item, field));
  return Object.fromEntries(Object.entries(next).filter(differs)) as Partial<T>;
}

const isEmpty = (changes: object) => Object.keys(changes).length === 0;

/** Adds a row's differences from what is known to the work: the house, its people, and their ties. */
export async function takeHouse(
  work: Work,
  row: HouseFacts,
  resolved: readonly Resolved[],
  known: Known,
  locale: Locale,
): Promise<Taken> {
  const before = known.house(row.houseId);
  const house = before ? correctHouse(work, row, before, known) : createHouse(work, row, known);
  let touched = house !== before;
  const people: Outcome[] = [];
  for (const one of resolved) {
    const was = known.resident(one.residentId ?? one.person.residentId);
    const resident = await takePerson(work, row, one, was, known, locale);
    const tied = await tie(work, house, resident, one, known);
    const outcome = was === undefined ? "created" : resident !== was || tied ? "updated" : "unchanged";
    if (outcome !== "unchanged") touched = true;
    if (one.person.isFirst) people.push(outcome);
  }
  return { house: before === undefined ? "created" : touched ? "updated" : "unchanged", people };
}

function createHouse(work: Work, row: HouseFacts, known: Known): HouseItem {
  const { houseId, projectId, note } = row;
  const { building, unit, room, code, areaHundredths, handoverDate, status } = row.house;
  const house = addHouse(
    work,
    {
      ...{ houseId, projectId, building, unit, room, code, areaHundredths, handoverDate, note },
      occupancy: occupancyOf(status),
      createdAt: work.now,
    },
    "race",
  );
  known.keepHouse(house);
  return house;
}

function correctHouse(work: Work, row: HouseFacts, house: HouseItem, known: Known): HouseItem {
  const { areaHundredths, handoverDate, status } = row.house;
  // A note may be somebody's own words by now: the file only fills an empty one.
  const note = house.note ? undefined : row.note;
  const changes = news(house, { areaHundredths, handoverDate, occupancy: occupancyOf(status), note });
  if (isEmpty(changes)) return house;
  const next = work.patch(House, house, changes);
  known.keepHouse(next);
  return next;
}

async function takePerson(
  work: Work,
  row: HouseFacts,
  { person, changes }: Resolved,
  was: ResidentItem | undefined,
  known: Known,
  locale: Locale,
): Promise<ResidentItem> {
  const { residentId, name, phone, email, keyCare, as } = person;
  const { houseId, projectId } = row;
  const home = { houseId, houseCode: row.house.code, as };
  if (!was) {
    const fields = { residentId, projectId, name, phone, email, keyCare, locale, ...(await soundOf(name)) };
    const made = work.create(Resident, { ...fields, homes: [home], createdAt: work.now }, "race");
    known.keepResident(made);
    return made;
  }
  const hasLeft = known.residency({ houseId, residentId: was.residentId, as })?.to !== undefined;
  const isListed = was.homes.some((one) => one.houseId === houseId && one.as === as);
  const isNew = !hasLeft && !isListed && was.homes.length < mostHomes;
  const all = { ...changes, ...(isNew && { homes: [...was.homes, home] }) };
  if (isEmpty(all)) return was;
  const next = work.patch(Resident, was, all);
  known.keepResident(next);
  return next;
}

/** Ties a person to the house and lets their other ties follow. A tie that has ended stays ended. */
async function tie(
  work: Work,
  house: HouseItem,
  resident: ResidentItem,
  { person, follow }: Resolved,
  known: Known,
): Promise<boolean> {
  const { residentId, phone, email, keyCare } = resident;
  for (const other of follow) {
    const latest = known.residency(other) ?? other;
    const changes = news(latest, { phone, email, keyCare });
    if (!isEmpty(changes)) known.keepResidency(work.patch(Residency, latest, changes));
  }
  const { from: _, ...wanted } = residencyOf(resident, house, person.as);
  const present = known.residency({ houseId: house.houseId, residentId, as: person.as });
  if (!present) {
    known.keepResidency(work.create(Residency, { ...wanted, place: person.place }, "race"));
    return true;
  }
  const changes = present.to ? {} : news(present, wanted);
  if (isEmpty(changes)) return false;
  known.keepResidency(work.patch(Residency, present, changes));
  return true;
}
