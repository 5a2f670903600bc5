import { House } from "../house/house.entity";
import { Residency, Resident } from "../resident/resident.entity";
import type { ItemOf } from "../table/entity";
import type { HouseFacts } from "./facts";

export type HouseItem = ItemOf<typeof House>;
export type ResidentItem = ItemOf<typeof Resident>;
export type ResidencyItem = ItemOf<typeof Residency>;

type TieKey = { houseId: string; residentId: string; as: string };
const keyOf = ({ houseId, residentId, as }: TieKey) => `${houseId}#${as}#${residentId}`;
const atOnce = 8;

/** What the table holds about the houses of a block, kept up with what the block itself writes. */
export class Known {
  private readonly houses = new Map<string, HouseItem>();
  private readonly residents = new Map<string, ResidentItem>();
  private readonly residencies = new Map<string, ResidencyItem>();

  house = (houseId: string) => this.houses.get(houseId);
  resident = (residentId: string) => this.residents.get(residentId);
  residency = (key: TieKey) => this.residencies.get(keyOf(key));

  /** Everybody tied to a house, as far as loaded. */
  tiesOf(houseId: string): ResidencyItem[] {
    return [...this.residencies.values()].filter((one) => one.houseId === houseId);
  }

  keepHouse = (house: HouseItem) => void this.houses.set(house.houseId, house);
  keepResident = (resident: ResidentItem) => void this.residents.set(resident.residentId, resident);
  keepResidency = (residency: ResidencyItem) => void this.residencies.set(keyOf(residency), residency);

  /**
   * Loads what a block needs in a few batches: houses and people by the ids that follow from the file, their ties
   * where the house is there already. Only where a tie that the file states is missing is the house itself asked
   * who lives there.
   */
  static async load(block: readonly HouseFacts[]): Promise<Known> {
    const known = new Known();
    const people = block.flatMap((row) => row.people);
    const [houses, residents] = await Promise.all([House.batch(block), Resident.batch(people)]);
    houses.forEach(known.keepHouse);
    residents.forEach(known.keepResident);
    const old = block.filter(({ houseId }) => known.house(houseId));
    const stated = ({ houseId, people }: HouseFacts) =>
      people.map(({ residentId, as }) => ({ houseId, residentId, as }));
    for (const tie of await Residency.batch(old.flatMap(stated))) known.keepResidency(tie);
    const unclear = old.filter((row) => stated(row).some((tie) => !known.residency(tie)));
    for (let start = 0; start < unclear.length; start += atOnce)
      await Promise.all(unclear.slice(start, start + atOnce).map(({ houseId }) => known.askHouse(houseId)));
    return known;
  }

  private async askHouse(houseId: string) {
    const { items } = await Residency.query("table", [houseId], { begins: "residency#" });
    items.forEach(this.keepResidency);
    const missing = items.filter(({ residentId }) => !this.residents.has(residentId));
    for (const resident of await Resident.batch(missing)) this.keepResident(resident);
  }

  /** All present ties of a person, those written by this block included. */
  async tiesOfPerson({ residentId, homes }: ResidentItem): Promise<ResidencyItem[]> {
    const keys = homes.map(({ houseId, as }) => ({ houseId, residentId, as }));
    const here = keys.flatMap((key) => this.residency(key) ?? []);
    return [...here, ...(await Residency.batch(keys.filter((key) => !this.residency(key))))];
  }
}
