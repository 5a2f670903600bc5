import * as z from "zod";
import { useActor } from "../context";
import { housesLike } from "../house/house.entity";
import { reaches } from "../member/scope";
import { Residency } from "../resident/resident.entity";
import { soundOf } from "../resident/sound";
import { verb } from "../verb";

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

const digitsOf = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/[\s()-]/g, "")
    .replace(/^\+?86(?=1\d)/, "")
    .replace(/^\+/, "");
/** "3栋1单元502" and "3 1 502" are "3-1-502". */
const codeOf = (text: string) =>
  text
    .normalize("NFKC")
    .replace(/号?楼|栋|幢|座|单元|[\s/_.]+/g, "-")
    .replace(/[室号]$/, "")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");

/**
 * Who or which house a few typed letters mean: a phone number, a house code or its end, a name, its pinyin or its
 * initials. Each way is one small query of an index; at most 20 hits, those of the member's projects only.
 */
export const find = verb({
  name: "find",
  may: "house.read",
  input: z.strictObject({ text: z.string().trim().min(1).max(60) }),
  output: z.object({ items: z.array(hit) }),
  run: async ({ text }) => {
    const ways: Promise<Hit[]>[] = [];
    const code = codeOf(text);
    const digits = digitsOf(text);
    if (/^\d{3,15}$/.test(digits)) ways.push(people("gsi1", "residentPhone", digits));
    if (/\d/.test(code) && code.length <= 12) ways.push(houses(code));
    if (/^[a-z']{1,40}$/i.test(text)) {
      const letters = text.toLowerCase().replaceAll("'", "");
      ways.push(people("gsi2", "residentSound", letters), people("gsi3", "residentInitials", letters));
    } else if (/[^\d\s()+-]/.test(text) && !/^[\d-]+$/.test(code)) ways.push(named(text));
    const hits = (await Promise.all(ways)).flat().filter((one) => reaches(useActor(), one.projectId));
    const unique = new Map(hits.map((one) => [`${one.houseId}#${one.residentId ?? ""}`, one]));
    return { items: [...unique.values()].slice(0, 20) };
  },
});

async function people(index: "gsi1" | "gsi2" | "gsi3", partition: string, begins: string): Promise<Hit[]> {
  return (await Residency.query(index, [partition], { begins, limit: perIndex })).items;
}

async function houses(code: string): Promise<Hit[]> {
  const found = await housesLike(code, perIndex);
  return found.map(({ houseId, projectId, code: houseCode }) => ({ houseId, projectId, houseCode }));
}

async function named(text: string): Promise<Hit[]> {
  const { sound } = await soundOf(text);
  if (!sound) return [];
  const page = await Residency.query("gsi2", ["residentSound"], { begins: sound, limit: perIndex * 3 });
  return page.items.filter(({ name }) => name.startsWith(text)).slice(0, perIndex);
}
