import * as z from "zod";
import { instant, localDate } from "../clock";
import { derivedId, idOf } from "../id";
import { entity } from "../table/entity";

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

/** Houses of the tenant whose code begins with `text`, and those whose last parts are `text`. */
export async function housesLike(text: string, limit: number) {
  const [beginning, ending] = await Promise.all([
    House.query("gsi2", ["houseCode"], { begins: text, limit }),
    House.query("gsi3", ["houseEnd"], { begins: backwards(text), limit }),
  ]);
  return [...beginning.items, ...ending.items];
}
