import { isDeepStrictEqual } from "node:util";
import type * as z from "zod";
import { type DueKey, sweep } from "../table/due";
import { Race, Work } from "../table/work";
import { carriedOf, type ResidencyItem, type ResidentItem, residenciesOf } from "./residency";
import { Residency, Resident, type residentSchema } from "./resident.entity";

/** So many ties change in one transaction, beside the person, the audit entry and the idempotent answer. */
const tiesAtOnce = 90;
const maxRaces = 12;

/**
 * Changes a person, and with them their ties to houses, by which they are found and letters are addressed. Of very
 * many ties the rest follows in further transactions (`followResidents`). Returns the person as changed.
 */
export async function changePerson(
  work: Work,
  resident: ResidentItem,
  changes: Partial<z.input<typeof residentSchema>>,
): Promise<ResidentItem> {
  const carried = carriedOf({ ...resident, ...changes } as ResidentItem);
  const behind = (await residenciesOf(resident)).filter((tie) => !carries(tie, carried));
  for (const tie of behind.slice(0, tiesAtOnce)) work.patch(Residency, tie, carried);
  const followSince = behind.length > tiesAtOnce ? work.now : undefined;
  return work.patch(Resident, resident, { ...changes, followSince });
}

const carries = (tie: ResidencyItem, carried: object) =>
  Object.entries(carried).every(([field, value]) => isDeepStrictEqual(Reflect.get(tie, field), value));

/** Lets the ties follow of everybody who has more than one transaction held. Safe to run twice and to be killed. */
export const followResidents = () => sweep("resident", followTies);

async function followTies({ pk }: Pick<DueKey, "pk">) {
  const residentId = pk.slice(pk.indexOf("#") + 1);
  for (let races = 0; races < maxRaces; ) {
    const resident = await Resident.need({ residentId });
    if (!resident.followSince) return;
    const work = new Work(resident.tenantId);
    await changePerson(work, resident, {});
    try {
      await work.commit();
    } catch (error) {
      if (!(error instanceof Race)) throw error;
      races++;
    }
  }
}
