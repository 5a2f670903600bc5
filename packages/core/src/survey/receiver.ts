import { peopleOf } from "../house/index";
import type { Receiver } from "../message/outbox";
import type { Residency } from "../resident/resident.entity";
import type { ItemOf } from "../table/entity";

type ResidencyItem = ItemOf<typeof Residency>;
type Person = Pick<ResidencyItem, "phone" | "email" | "locale" | "refuses">;

/** Whether a letter that may be refused can reach this person at all. */
const reachable = ({ phone, email, refuses }: Person) =>
  (phone !== undefined && !refuses.includes("sms")) || (email !== undefined && !refuses.includes("mail"));

/** As a message's receiver. */
export const receiverOf = ({ phone, email, locale, refuses }: Person): Receiver => ({
  phone,
  email,
  locale,
  refuses,
});

/** The same receiver without an address at which letters fail. */
export const exceptAt = (receiver: Receiver, address: string | undefined): Receiver => ({
  ...receiver,
  phone: receiver.phone === address ? undefined : receiver.phone,
  email: receiver.email === address ? undefined : receiver.email,
});

/** Tied to the house on the local date `today`. */
const present = ({ from, to }: ResidencyItem, today: string) =>
  (from === undefined || from <= today) && (to === undefined || to >= today);

/**
 * Who speaks for each house on the local date `today`, by house id: an owner first, else an occupant, the first who
 * can be reached. Houses with nobody like that are left out.
 */
export async function receiversOf(
  houseIds: readonly string[],
  today: string,
): Promise<Map<string, ResidencyItem>> {
  const found = await Promise.all(houseIds.map((houseId) => receiverOfHouse(houseId, today)));
  return new Map(found.flatMap((tie) => (tie ? [[tie.houseId, tie] as const] : [])));
}

async function receiverOfHouse(houseId: string, today: string): Promise<ResidencyItem | undefined> {
  const people = await peopleOf(houseId);
  return people.find((tie) => tie.as !== "family" && present(tie, today) && reachable(tie));
}
