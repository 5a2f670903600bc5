import { houseIdOf } from "../house/house.entity";
import { derivedId } from "../id";
import type { HouseRow, ImportedHouse, ImportedPerson } from "../importing/index";
import type { Tie } from "../resident/resident.entity";
import { internationalPhone } from "./phone";

/** A person of a row, with what the whole file says of them. */
export type PersonFacts = {
  /** Who it is as far as the file tells: name and phone within a project; without a phone, this house's. */
  identity: string;
  /** The id that follows from the identity. */
  residentId: string;
  name: string;
  phone?: string;
  email?: string;
  keyCare?: string;
  as: Tie;
  /** Where the row names them, from 0. */
  place: number;
  /** The file has not named this person before. */
  isFirst: boolean;
};

/** A row of a house, ready to be compared with what is known. */
export type HouseFacts = {
  n: number;
  /** The project's name in the file. */
  name: string;
  projectId: string;
  houseId: string;
  house: ImportedHouse;
  people: PersonFacts[];
  /** What there is no field for: second phones, extensions, key care of an empty house. */
  note?: string;
};

type Stated = Pick<PersonFacts, "email" | "keyCare">;

/** Who a person of a file is: name and phone in a project, or name and place where there is no phone. */
export function identityOf(projectId: string, code: string, { name, phone, as }: ImportedPerson): string {
  const number = phone && internationalPhone(phone);
  return number ? `${projectId}\n${number}\n${name}` : `${projectId}\n\n${name}\n${code}\n${as}`;
}

/** Key care is for who lives in the house: the occupant, or else the owner. */
const livesThere = (people: readonly ImportedPerson[]) =>
  people.find(({ as }) => as === "occupant") ?? people[0];

function noteOf({ house, people }: HouseRow): string | undefined {
  const extra = people.flatMap(({ name, phone = "", otherPhones = [] }) => {
    const phones = [...(phone.includes("-") ? [phone] : []), ...otherPhones];
    return phones.length > 0 ? [`${name} ${phones.join(" / ")}`] : [];
  });
  const care = people.length === 0 && house.keyCare ? [house.keyCare.words] : [];
  const note = [...care, ...extra].join(";").slice(0, 500);
  return note || undefined;
}

/**
 * What the rows read so far say, so that a row means the same however often the file is read and wherever a worker
 * begins: which houses have come, which people, and the first e-mail and key-care note the file gives somebody.
 */
export class FileMemory {
  private readonly houses = new Set<string>();
  private readonly people = new Map<string, Stated>();

  /** The facts of a row; undefined for a house that an earlier row brought already, under another project's name. */
  facts(n: number, row: HouseRow, projectId: string): HouseFacts | undefined {
    const houseId = houseIdOf(projectId, row.house.code);
    if (this.houses.has(houseId)) return undefined;
    this.houses.add(houseId);
    const cared = livesThere(row.people);
    const people = row.people.map((person, place) => ({
      ...this.person(person, identityOf(projectId, row.house.code, person), {
        email: person.email,
        keyCare: person === cared ? row.house.keyCare?.words : undefined,
      }),
      place,
    }));
    return { n, name: row.project, projectId, houseId, house: row.house, people, note: noteOf(row) };
  }

  private person(
    { name, phone, as }: ImportedPerson,
    identity: string,
    here: Stated,
  ): Omit<PersonFacts, "place"> {
    const before = this.people.get(identity);
    const stated = {
      email: before?.email ?? here.email,
      keyCare: before?.keyCare ?? here.keyCare,
    };
    this.people.set(identity, stated);
    return {
      ...{ identity, residentId: derivedId("resident", ...identity.split("\n")), name, as, ...stated },
      phone: phone && internationalPhone(phone),
      isFirst: before === undefined,
    };
  }
}
