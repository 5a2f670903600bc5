import * as z from "zod";
import { instant, localDate } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";

/** The stage of ownership is told by the handover date; `developerOwned` marks an unsold house. */
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
  occupancy: z.enum(["occupied", "vacant", "unsold"]).default("occupied"),
  note: z.string().max(500).optional(),
  createdAt: instant,
});

/** Houses of a project by code (gsi1). A house's id is derived from project and code, so it cannot be there twice. */
export const House = entity({
  name: "house",
  schema: houseSchema,
  key: (key: { houseId: string }) => [[key.houseId], "house"],
  indexes: { gsi1: (house) => [[house.projectId, "house"], house.code] },
});
