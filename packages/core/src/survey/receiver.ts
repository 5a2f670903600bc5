import { groupBy } from "../group";
import type { Receiver } from "../message/outbox";
import { Residency, Resident } from "../resident/resident.entity";
import type { ItemOf } from "../table/entity";

type ResidentItem = ItemOf<typeof Resident>;
type ResidencyItem = ItemOf<typeof Residency>;

/** Whether a letter that may be refused can reach this person at all. */
const reachable = ({ phone, email, refuses }: ResidentItem) =>
  (phone !== undefined && !refuses.includes("sms")) || (email !== undefined && !refuses.includes("mail"));

/** As a message's receiver. */
export const receiverOf = ({ phone, email, locale, refuses }: ResidentItem): Receiver => ({
  phone,
  email,
  locale,
  refuses,
});

/** Tied to the house on the local date `today`. */
const present = ({ from, to }: ResidencyItem, today: string) =>
  (from === undefined || from <= today) && (to === undefined || to >= today);

/**
 * Who speaks for each house, by house id: an owner first, else an occupant, the first who can be reached. Houses
 * with nobody like that are left out.
 */
export async function receiversOf(
  houseIds: readonly string[],
  today: string,
): Promise<Map<string, ResidentItem>> {
  const pages = await Promise.all(
    houseIds.map((houseId) => Residency.query("table", [houseId], { begins: "residency#", limit: 100 })),
  );
  const ties = pages
    .flatMap(({ items }) => items)
    .filter((tie) => present(tie, today) && (tie.phone !== undefined || tie.email !== undefined));
  const people = await Resident.batch(ties.map(({ residentId }) => ({ residentId })));
  const byId = new Map(people.map((person) => [person.residentId, person]));
  const receivers = new Map<string, ResidentItem>();
  for (const [houseId, own] of groupBy(ties, (tie) => tie.houseId)) {
    const ordered = [...own.filter(({ as }) => as === "owner"), ...own.filter(({ as }) => as === "occupant")];
    const found = ordered
      .map(({ residentId }) => byId.get(residentId))
      .find((person) => person !== undefined && reachable(person));
    if (found) receivers.set(houseId, found);
  }
  return receivers;
}
