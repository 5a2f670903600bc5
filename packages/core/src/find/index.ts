import * as z from "zod";
import { useActor } from "../context";
import { housesLike } from "../house/house.entity";
import { reachedProjects, reaches } from "../member/scope";
import { peopleLike } from "../resident/like";
import { soundOf } from "../resident/sound";
import { verb } from "../verb";
import { codeIn, digitsIn, isName, lettersIn } from "./typed";

const hit = z.object({
  houseId: z.string(),
  projectId: z.string(),
  houseCode: z.string(),
  residentId: z.string().optional(),
  name: z.string().optional(),
  phone: z.string().optional(),
  as: z.string().optional(),
});
type Hit = z.output<typeof hit>;

/** So few that all look-ups of one keystroke stay within a handful of read units. */
const perIndex = 10;
const mostHits = 20;
/** Up to so many projects are looked through one by one at once; for more, the firm's indexes are tried first. */
const fewProjects = 3;

/** What one query found, best first, and whether it was cut short. */
type Found = { hits: Hit[]; isCut: boolean };
/** One way to look, in the firm or in one project. */
type Way = (projectId?: string) => Promise<Found[]>;

/**
 * Who or which house a few typed letters mean: a phone number, a house code or its end, a name, its pinyin or its
 * initials. Each way is one small query of an index; at most 20 hits, those of the member's projects only, so that
 * other projects' never take their place.
 */
export const find = verb({
  name: "find",
  may: "house.read",
  input: z.strictObject({ text: z.string().trim().min(1).max(60) }),
  output: z.object({ items: z.array(hit) }),
  run: async ({ text }) => {
    const found = (await Promise.all(waysOf(text).map(inReach))).flat();
    const hits = inTurn(found.map(({ hits }) => hits)).filter(({ projectId }) =>
      reaches(useActor(), projectId),
    );
    const unique = new Map(hits.map((one) => [`${one.houseId}#${one.residentId ?? ""}`, one]));
    return { items: [...unique.values()].slice(0, mostHits) };
  },
});

/** All that a text can mean. */
function waysOf(text: string): Way[] {
  const [digits, code, letters] = [digitsIn(text), codeIn(text), lettersIn(text)];
  const ways: Way[] = [];
  if (digits) ways.push(async (projectId) => [await people("phone", digits, perIndex, projectId)]);
  if (code) ways.push((projectId) => houses(code, projectId));
  if (letters)
    for (const trait of ["sound", "initials"] as const)
      ways.push(async (projectId) => [await people(trait, letters, perIndex, projectId)]);
  else if (isName(text)) ways.push((projectId) => named(text, projectId));
  return ways;
}

/** Looks where the acting member works. A firm's first ten may all be elsewhere: then each project is asked. */
async function inReach(way: Way): Promise<Found[]> {
  const projects = reachedProjects();
  if (projects === "all") return way();
  if (projects.length > fewProjects) {
    const found = await way();
    if (!found.some(({ isCut }) => isCut)) return found;
  }
  return (await Promise.all(projects.map(way))).flat();
}

/** The first of each list, then the second of each …: no way of looking crowds out another. */
function inTurn<T>(lists: readonly T[][]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, i) => lists.flatMap((list) => list.slice(i, i + 1))).flat();
}

async function people(...[trait, begins, limit, projectId]: Parameters<typeof peopleLike>): Promise<Found> {
  const { items, cursor } = await peopleLike(trait, begins, limit, projectId);
  return { hits: items, isCut: cursor !== undefined };
}

async function houses(code: string, projectId?: string): Promise<Found[]> {
  const pages = await housesLike(code, perIndex, projectId);
  return pages.map(({ items, cursor }) => ({
    hits: items.map((house) => ({ ...house, houseCode: house.code })),
    isCut: cursor !== undefined,
  }));
}

/** Whose name begins with these characters: those called just so, then those among all who sound alike. */
async function named(text: string, projectId?: string): Promise<Found[]> {
  const { sound } = await soundOf(text);
  if (!sound) return [];
  const [same, alike] = await Promise.all([
    people("sound", `${sound}#${text}`, perIndex, projectId),
    people("sound", sound, perIndex * 3, projectId),
  ]);
  return [same, { ...alike, hits: alike.hits.filter(({ name }) => name?.startsWith(text)) }];
}
