import { needReach } from "../member/scope";
import type { ItemOf } from "../table/entity";
import { House } from "./house.entity";

/** The house, of a project the actor works in. Throws `not_found`. */
export async function needHouse(houseId: string): Promise<ItemOf<typeof House>> {
  const house = await House.need({ houseId });
  needReach(house.projectId);
  return house;
}
