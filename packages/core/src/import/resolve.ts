import { isoNow } from "../clock";
import type { HouseFacts, PersonFacts } from "./facts";
import type { Known, ResidencyItem, ResidentItem } from "./known";

/** Who a person of a row is among those known, and what the file changes of them. */
export type Resolved = {
  person: PersonFacts;
  /** Nobody known: somebody new. */
  residentId?: string;
  changes: Partial<Pick<ResidentItem, "phone" | "email" | "keyCare" | "followSince">>;
  /** The person's other ties, which follow the changes. */
  follow: ResidencyItem[];
};

/** Whether the file states this identity anywhere. */
export type Stated = (identity: string) => Promise<boolean>;

/** So many ties follow a change in the row's own transaction; of more, all follow by themselves. */
const mostTies = 60;

type Tied = { as: string; to?: string; resident: ResidentItem };

/** Tells who the people of one row are. */
class Resolver {
  private readonly chosen = new Set<string>();

  constructor(
    private readonly row: HouseFacts,
    private readonly known: Known,
    private readonly stated: Stated,
  ) {}

  async resolve(person: PersonFacts): Promise<Resolved> {
    const found = await (person.phone ? this.withPhone(person) : this.withoutPhone(person));
    this.chosen.add(`${person.as}#${found.residentId ?? person.residentId}`);
    return found;
  }

  private async withPhone(person: PersonFacts): Promise<Resolved> {
    const free = this.namesakes(person);
    const same = free.find(({ resident }) => resident.phone === person.phone)?.resident;
    if (same) return this.changed(person, same);
    const own = this.known.resident(person.residentId);
    if (own)
      return (await this.isElsewhere(own, person)) ? unchanged(person, own) : this.changed(person, own);
    for (const { as, to, resident } of free) {
      if (as !== person.as || to || this.isInRow(resident)) continue;
      if (resident.phone && (await this.isStated(resident))) continue;
      const found = await this.changed(person, resident);
      if (found.changes.phone) return found;
    }
    return { person, changes: {}, follow: [] };
  }

  private async withoutPhone(person: PersonFacts): Promise<Resolved> {
    const tied = this.namesakes(person).find(({ as }) => as === person.as)?.resident;
    const known = this.known.resident(person.residentId) ?? tied;
    if (!known) return { person, changes: {}, follow: [] };
    return this.changed(known.homes.length > 1 ? filling(person, known) : person, known);
  }

  /** People of the house with this name, not yet chosen for this kind of tie. */
  private namesakes({ name, as: wanted }: PersonFacts): Tied[] {
    return this.known.tiesOf(this.row.houseId).flatMap(({ residentId, as, to }) => {
      const resident = this.known.resident(residentId);
      const isFree = resident?.name === name && !this.chosen.has(`${wanted}#${residentId}`);
      return resident && isFree ? [{ as, to, resident }] : [];
    });
  }

  /** Known by a number that the file states for somebody of that name, or chosen for another person of the row. */
  private async isElsewhere(own: ResidentItem, person: PersonFacts): Promise<boolean> {
    if (this.chosen.has(`${person.as}#${own.residentId}`)) return true;
    return own.phone !== undefined && own.phone !== person.phone && (await this.isStated(own));
  }

  private isStated({ phone, name }: ResidentItem): Promise<boolean> {
    return this.stated(`${this.row.projectId}\n${phone}\n${name}`);
  }

  private isInRow({ residentId }: ResidentItem): boolean {
    return this.row.people.some((one) => one.residentId === residentId);
  }

  /** What the file says anew of somebody. */
  private async changed(person: PersonFacts, resident: ResidentItem): Promise<Resolved> {
    const { residentId } = resident;
    const { phone, email, keyCare } = person;
    const stated = Object.entries({ phone, email, keyCare });
    const news = stated.filter(
      ([field, value]) => value !== undefined && value !== Reflect.get(resident, field),
    );
    if (news.length === 0) return unchanged(person, resident);
    const changes = Object.fromEntries(news);
    if (resident.homes.length > mostTies)
      return { person, residentId, changes: { ...changes, followSince: isoNow() }, follow: [] };
    const ties = await this.known.tiesOfPerson(resident);
    const follow = ties.filter(({ houseId, as }) => houseId !== this.row.houseId || as !== person.as);
    return { person, residentId, changes, follow };
  }
}

/**
 * What a row without a number may say of somebody who has several homes: what is not known yet. Else two rows that
 * say different things of one person would each have the last word whenever the file comes.
 */
const filling = (person: PersonFacts, { email, keyCare }: ResidentItem): PersonFacts => ({
  ...person,
  email: email || person.email,
  keyCare: keyCare || person.keyCare,
});

const unchanged = (person: PersonFacts, { residentId }: ResidentItem): Resolved => ({
  person,
  residentId,
  changes: {},
  follow: [],
});

/**
 * Tells who the people of a row are. With a phone: somebody of the house with that name and number; else whoever the
 * file's name and number made before; else somebody of the house of that name whose number the file does not state
 * any more, whose number is taken to have changed; else somebody new. Without a phone: somebody of the house of that
 * name, else somebody new. Those with a phone choose first, and nobody is chosen twice for one kind of tie. So the
 * same file means the same people each time it comes.
 */
export async function resolvePeople(row: HouseFacts, known: Known, stated: Stated): Promise<Resolved[]> {
  const resolver = new Resolver(row, known, stated);
  const resolved: Resolved[] = [];
  for (const person of row.people.toSorted((a, b) => Number(!a.phone) - Number(!b.phone)))
    resolved.push(await resolver.resolve(person));
  return resolved;
}
