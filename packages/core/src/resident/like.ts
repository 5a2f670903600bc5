import { Residency, Resident } from "./resident.entity";

/** By what people are looked up, and where in the indexes that stands. */
const traits = {
  phone: ["gsi1", "residentPhone"],
  sound: ["gsi2", "residentSound"],
  initials: ["gsi3", "residentInitials"],
} as const;

/** People of the firm or of one project, each with each house they are tied to, whose trait begins with `begins`. */
export async function peopleLike(
  trait: keyof typeof traits,
  begins: string,
  limit: number,
  projectId?: string,
) {
  const [index, partition] = traits[trait];
  const request = { begins, limit };
  if (!projectId) return Residency.query(index, [partition], request);
  const { items, cursor } = await Resident.query(index, [projectId, partition], request);
  const hits = items.flatMap(({ homes, residentId, name, phone }) =>
    homes.map((home) => ({ ...home, projectId, residentId, name, phone })),
  );
  return { items: hits, cursor };
}
