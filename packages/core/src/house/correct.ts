import type { DomainError } from "../error";
import { needReach } from "../member/scope";
import { House } from "./house.entity";

type Place = { houseId?: string; houseCode?: string };

/**
 * The house that a record of a project turned out to be of; none for null, as it was where nothing is said. Throws
 * `not_found` out of reach, and `elsewhere` for a house of another project.
 */
export async function correctedHouse(
  { projectId, houseId: before, houseCode }: Place & { projectId: string },
  houseId: string | null | undefined,
  elsewhere: DomainError,
): Promise<Place> {
  if (houseId === null) return {};
  if (houseId === undefined || houseId === before) return { houseId: before, houseCode };
  const house = await House.need({ houseId });
  needReach(house.projectId);
  if (house.projectId !== projectId) throw elsewhere;
  return { houseId, houseCode: house.code };
}
