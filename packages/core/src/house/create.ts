import * as z from "zod";
import { badRequest, conflict } from "../error";
import { idOf } from "../id";
import { cleanBuilding, cleanRoom, cleanUnit, housePlace } from "../importing/cleaners/house-code";
import { needProject } from "../project/reach";
import { verb } from "../verb";
import { addHouse, houseIdOf, houseSchema } from "./house.entity";

/** A part of a house's code as it is typed: "3栋", "1单元", "502室". */
const part = z.string().trim().max(20);

/**
 * One house entered by hand; a file brings many. Its code is made as an import makes it, so that the same house is
 * not there twice. Throws `conflict` naming `room` when it is there already.
 */
export const createHouse = verb({
  name: "house.create",
  may: "house.manage",
  input: z.strictObject({
    projectId: idOf("project"),
    building: part.min(1),
    unit: part.optional(),
    room: part.min(1),
    areaHundredths: houseSchema.shape.areaHundredths,
    handoverDate: houseSchema.shape.handoverDate,
    occupancy: houseSchema.shape.occupancy,
    note: houseSchema.shape.note,
  }),
  output: houseSchema,
  run: async ({ projectId, building, unit, room, ...fields }, work) => {
    await needProject(projectId);
    const place = housePlace(
      cleaned("building", cleanBuilding(building)),
      unit ? cleaned("unit", cleanUnit(unit)) : "",
      cleaned("room", cleanRoom(room)),
    );
    if (!houseSchema.shape.code.safeParse(place.code).success)
      throw badRequest("This code of a house is too long", "room");
    const houseId = houseIdOf(projectId, place.code);
    work.about(houseId, projectId, place.code);
    return addHouse(
      work,
      { ...fields, ...place, houseId, projectId, createdAt: work.now },
      conflict("This house exists already", "room"),
    );
  },
});

function cleaned(field: string, part: string | undefined): string {
  if (part === undefined) throw badRequest("This names no building, unit or room", field);
  return part;
}
