import { plus } from "../clock";
import type { Work } from "../table/work";
import { Case, type CaseItem } from "./case.entity";
import { groupAt, groupDays, Signs, withSign } from "./signs.entity";
import { isOpen } from "./states";
import { tellGroup } from "./tell";

/** What complaints are held against one another by; what nobody can name has nothing in common with anything. */
export function matterOf({ cause, category }: Pick<CaseItem, "cause" | "category">): string | undefined {
  const matter = cause ?? category;
  return matter === "other" ? undefined : matter;
}

/**
 * Notes that a household complained, and of what. Where it is the third within seven days they are a group complaint:
 * all of them that are open say so, and who answers for the project is told, once for each group. Returns what changes
 * on the complaint itself.
 */
export async function noteSign(work: Work, one: CaseItem): Promise<Partial<CaseItem>> {
  const { projectId, ticketId, houseId, createdAt: at } = one;
  const matter = matterOf(one);
  if (!matter || !houseId) return {};
  const known = await Signs.get({ projectId, matter });
  const seen = withSign(known?.seen ?? [], { ticketId, houseId, at });
  const group = groupAt(seen, seen.at(-1)?.at ?? at);
  const last = group.at(-1)?.at;
  const changes = { seen, groupAt: last ?? known?.groupAt };
  if (known) work.patch(Signs, known, changes);
  else work.create(Signs, { projectId, matter, ...changes }, "race");
  if (!last || !group.some((sign) => sign.ticketId === ticketId)) return {};
  await markOthers(
    work,
    group.map((sign) => sign.ticketId),
    ticketId,
  );
  const isKnown = known?.groupAt !== undefined && plus(known.groupAt, { days: groupDays }) >= last;
  if (!isKnown) await tellGroup(work, one, new Set(group.map((sign) => sign.houseId)).size);
  return { severity: "group" };
}

/** Cause, category or house turned out another: it is a sign of that, and no more of the one before. */
export async function moveSign(work: Work, before: CaseItem, after: CaseItem): Promise<Partial<CaseItem>> {
  if (matterOf(after) === matterOf(before) && after.houseId === before.houseId) return {};
  await dropSign(work, before);
  return noteSign(work, after);
}

/** It is no complaint of this any more. */
export async function dropSign(work: Work, one: CaseItem) {
  const matter = matterOf(one);
  const known = matter ? await Signs.get({ projectId: one.projectId, matter }) : undefined;
  const seen = known?.seen.filter(({ ticketId }) => ticketId !== one.ticketId);
  if (known && seen && seen.length < known.seen.length) work.patch(Signs, known, { seen });
}

async function markOthers(work: Work, ticketIds: readonly string[], but: string) {
  const others = await Case.batch(
    ticketIds.filter((ticketId) => ticketId !== but).map((ticketId) => ({ ticketId })),
  );
  for (const other of others)
    if (isOpen(other.state) && other.severity !== "group") work.patch(Case, other, { severity: "group" });
}
