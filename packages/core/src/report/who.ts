import { House, houseIdOf } from "../house/house.entity";
import { cleanHouseCode, cleanRoom } from "../importing/cleaners/house-code";
import { peopleLike } from "../resident/like";
import { typedDigits } from "../resident/resident.entity";

type Tie = { houseId: string; houseCode: string; residentId: string; name: string };
export type Reporter = { houseId?: string; residentId?: string };

/** "3 1 502", "3/1/502" and "3.1.502" are "3-1-502", beside what the import understands. */
const placeOf = (typed: string) =>
  cleanHouseCode(typed) ?? cleanHouseCode(typed.normalize("NFKC").replace(/[\s,，、/._]+/g, "-"));

async function houseNamed(projectId: string, typed: string): Promise<string | undefined> {
  const place = placeOf(typed);
  const house = place && (await House.get({ houseId: houseIdOf(projectId, place.code) }));
  return house?.houseId;
}

/** People leave out the unit, or all but the room: enough where they are known to live there. */
function ownHouse(ties: readonly Tie[], typed: string): string | undefined {
  const place = placeOf(typed);
  const room = place?.room ?? cleanRoom(typed);
  const meant = ties.filter(({ houseCode }) => {
    const parts = houseCode.split("-");
    return parts.at(-1) === room && (!place || parts[0] === place.building);
  });
  return onlyOne(meant.map(({ houseId }) => houseId));
}

const onlyOne = (ids: readonly string[]) => {
  const [first, ...others] = new Set(ids);
  return others.length === 0 ? first : undefined;
};

/** Several people may share a phone: then the one of that house or of that name, or nobody. */
function residentAmong(ties: readonly Tie[], houseId: string | undefined, name: string) {
  const there = ties.filter((tie) => tie.houseId === houseId);
  const candidates = there.length > 0 ? there : ties;
  const named = candidates.filter((tie) => tie.name === name);
  return onlyOne((named.length > 0 ? named : candidates).map(({ residentId }) => residentId));
}

/**
 * The resident a verified phone belongs to in a project, and the house a report is about: the one that was typed,
 * else the only one the phone is tied to. Undefined where nothing certain is known.
 */
export async function whoReports(
  projectId: string,
  { phone, house: typed, name }: { phone: string; house?: string; name: string },
): Promise<Reporter> {
  const [found, named] = await Promise.all([
    peopleLike("phone", `${typedDigits(phone)}#`, 100, projectId),
    typed ? houseNamed(projectId, typed) : undefined,
  ]);
  const ties = found.items.filter((tie) => tie.phone === phone);
  const houseId = named ?? (typed ? ownHouse(ties, typed) : onlyOne(ties.map((tie) => tie.houseId)));
  return { houseId, residentId: residentAmong(ties, houseId, name) };
}
