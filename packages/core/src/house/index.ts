import * as z from "zod";
import { idOf } from "../id";
import { needProject } from "../project/reach";
import { Residency, residencySchema } from "../resident/resident.entity";
import { emptied } from "../table/emptied";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { addHouse, House, HouseEnd, houseIdOf, houseSchema } from "./house.entity";
import { needHouse } from "./reach";

export { createHouse } from "./create";
export { addHouse, House, HouseEnd, houseIdOf, houseSchema };

/** Houses of a project in the order of their codes; `begins` narrows to a building, "3-", or a unit, "3-1-". */
export const listHouses = verb({
  name: "house.list",
  may: "house.read",
  input: z.strictObject({ projectId: idOf("project"), begins: z.string().max(40).optional(), ...pageInput }),
  output: z.object({ items: z.array(houseSchema), cursor: z.string().optional() }),
  run: async ({ projectId, ...page }) => {
    await needProject(projectId);
    return House.query("gsi1", [projectId, "house"], page);
  },
});

/** A house and its people, past ones included. */
export const getHouse = verb({
  name: "house.get",
  may: "house.read",
  input: z.strictObject({ houseId: idOf("house") }),
  output: houseSchema.extend({ people: z.array(residencySchema) }),
  run: async ({ houseId }) => {
    const house = await needHouse(houseId);
    return { ...house, people: await peopleOf(houseId) };
  },
});

/** Corrects a house, null emptying a field. Its code stands: bills, tickets and links know it by it. */
export const changeHouse = verb({
  name: "house.change",
  may: "house.manage",
  input: z.strictObject({
    houseId: idOf("house"),
    areaHundredths: houseSchema.shape.areaHundredths.optional(),
    handoverDate: houseSchema.shape.handoverDate.nullable(),
    occupancy: z.enum(["occupied", "vacant", "unsold"]).optional(),
    note: houseSchema.shape.note.nullable(),
  }),
  output: houseSchema,
  run: async ({ houseId, ...changes }, work) => {
    const house = await needHouse(houseId);
    work.about(houseId, house.projectId);
    return work.patch(House, house, emptied(changes));
  },
});

/** Everybody tied to a house: owners first, those of one kind as the firm lists them, then as they were entered. */
export async function peopleOf(houseId: string) {
  const { items } = await Residency.query("table", [houseId], { begins: "residency#", limit: 100 });
  const order = ["owner", "occupant", "family"];
  const last = Number.MAX_SAFE_INTEGER;
  return items.sort(
    (a, b) => order.indexOf(a.as) - order.indexOf(b.as) || (a.place ?? last) - (b.place ?? last),
  );
}
