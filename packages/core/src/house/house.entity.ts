import * as z from "zod";
import { instant, localDate } from "../clock";
import type { DomainError } from "../error";
import { derivedId, idOf } from "../id";
import { entity, type ItemOf } from "../table/entity";
import type { Page } from "../table/page";
import type { Work } from "../table/work";

export const occupancies = ["occupied", "vacant", "unsold"] as const;

/** The unit that owes fees and votes. An unsold house is the developer's (property-management regulation 41). */
export const houseSchema = z.object({
  houseId: idOf("house"),
  projectId: idOf("project"),
  /** building-unit-room, such as "3-1-502": one way to write it, unique in its project. */
  code: z.string().min(1).max(40),
  building: z.string().min(1).max(20),
  unit: z.string().max(20),
  room: z.string().min(1).max(20),
  /** 1/100 m² */
  areaHundredths: z.int().min(1).max(100_000_000),
  handoverDate: localDate.optional(),
  occupancy: z.enum(occupancies).default("occupied"),
  note: z.string().max(500).optional(),
  createdAt: instant,
});

/** A house's id follows from project and code, so that it cannot be there twice. */
export const houseIdOf = (projectId: string, code: string) => derivedId("house", projectId, code);

/** "502-1-3": found by its last part, as people say it. */
const backwards = (code: string) => code.split("-").reverse().join("-");

/** Of a project by code (gsi1); of the tenant by the beginning (gsi2) or the end (gsi3) of the code. */
export const House = entity({
  name: "house",
  schema: houseSchema,
  key: (key: { houseId: string }) => [[key.houseId], "house"],
  indexes: {
    gsi1: (house) => [[house.projectId, "house"], house.code],
    gsi2: (house) => [["houseCode"], house.code],
    gsi3: (house) => [["houseEnd"], backwards(house.code)],
  },
});

/** A house by the end of its code among those of its project: the one way for which no index is left. */
export const HouseEnd = entity({
  name: "houseEnd",
  schema: houseSchema.pick({ houseId: true, projectId: true, code: true }),
  key: (key: { projectId: string; code: string }) => [[key.projectId, "houseEnd"], backwards(key.code)],
});

/** Records that a house is written as. */
export const writesPerHouse = 2;

/** Adds a house to the work, with all it is found by. */
export function addHouse(
  work: Work,
  fields: z.input<typeof houseSchema>,
  taken: "race" | "taken" | DomainError = "taken",
): ItemOf<typeof House> {
  const { houseId, projectId, code } = fields;
  const house = work.create(House, fields, taken);
  work.create(HouseEnd, { houseId, projectId, code }, taken);
  return house;
}

type Found = Page<Pick<ItemOf<typeof House>, "houseId" | "projectId" | "code">>;

/** Houses whose code begins with `text`, and those whose last parts begin so; of the firm, or of one project. */
export function housesLike(text: string, limit: number, projectId?: string): Promise<Found[]> {
  const begins = { begins: text, limit };
  const ends = { begins: backwards(text), limit };
  return Promise.all<Found>(
    projectId
      ? [
          House.query("gsi1", [projectId, "house"], begins),
          HouseEnd.query("table", [projectId, "houseEnd"], { ...ends, consistent: false }),
        ]
      : [House.query("gsi2", ["houseCode"], begins), House.query("gsi3", ["houseEnd"], ends)],
  );
}
