import type * as z from "zod";
import type { House } from "../house/house.entity";
import type { ItemOf } from "../table/entity";
import { Residency, type Resident, type residencySchema, type Tie } from "./resident.entity";

export type ResidentItem = ItemOf<typeof Resident>;
export type HouseItem = ItemOf<typeof House>;
export type ResidencyItem = ItemOf<typeof Residency>;

/** What a tie carries of its person, so that they are found and reached by it. */
export const carriedOf = (resident: ResidentItem) => {
  const { name, phone, email, locale, refuses, keyCare, sound, initials } = resident;
  return { name, phone, email, locale, refuses, keyCare, sound, initials };
};

/** The residency that ties a resident to a house, with what they are looked up by. */
export function residencyOf(
  resident: ResidentItem,
  house: HouseItem,
  as: Tie,
  from?: string,
): z.input<typeof residencySchema> {
  const { houseId, projectId, code: houseCode } = house;
  return { residentId: resident.residentId, houseId, projectId, houseCode, as, from, ...carriedOf(resident) };
}

/** A person's present ties. */
export const residenciesOf = ({ homes, residentId }: ResidentItem) =>
  Residency.batch(homes.map(({ houseId, as }) => ({ houseId, residentId, as })));
