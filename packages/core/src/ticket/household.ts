import { notFound } from "../error";
import { House } from "../house/house.entity";
import { Residency, Resident } from "../resident/resident.entity";
import type { ItemOf } from "../table/entity";
import { queryPage } from "../table/page";
import type { Registration } from "./register";
import { Repaired, type RepairedItem } from "./repaired.entity";

/** What a ticket takes over of a resident. */
export type Person = Pick<
  ItemOf<typeof Resident>,
  "residentId" | "projectId" | "name" | "phone" | "email" | "locale"
>;
type Household = { house: ItemOf<typeof House>; people: Person[]; repaired: RepairedItem[] };

/** A house, its people and the repairs noted with it, by one query. Throws `not_found`. */
async function householdOf(houseId: string): Promise<Household> {
  const { pk } = House.key({ houseId });
  const { items } = await queryPage(
    "table",
    pk,
    { between: ["house", "residency~"], limit: 300 },
    (raw) => raw,
  );
  const of = (name: string) => items.filter(({ kind_ }) => kind_ === name);
  const [house] = of(House.name).map((raw) => House.item(raw));
  if (!house) throw notFound();
  return {
    house,
    people: of(Residency.name).map((raw) => Residency.item(raw)),
    repaired: of(Repaired.name).map((raw) => Repaired.item(raw)),
  };
}

type Found = { house?: Household["house"]; person?: Person; repaired: readonly RepairedItem[] };

/** The house and the resident a registration names, in one round of reading. Throws `not_found` for foreign ones. */
export async function whoAndWhere({
  houseId,
  projectId,
  reporter,
}: Pick<Registration, "houseId" | "projectId" | "reporter">): Promise<Found> {
  const { residentId } = reporter;
  if (!houseId)
    return { person: residentId ? await personOf(residentId, projectId) : undefined, repaired: [] };
  const { house, people, repaired } = await householdOf(houseId);
  if (house.projectId !== projectId) throw notFound();
  const known = people.find((one) => one.residentId === residentId);
  if (!residentId || known) return { house, person: known, repaired };
  return { house, person: await personOf(residentId, projectId), repaired };
}

async function personOf(residentId: string, projectId: string): Promise<Person> {
  const resident = await Resident.need({ residentId });
  if (resident.projectId !== projectId) throw notFound();
  return resident;
}
