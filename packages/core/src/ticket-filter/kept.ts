import type * as z from "zod";
import type { MemberActor } from "../actor";
import { conflict, forbidden, notFound } from "../error";
import { rolePermissions } from "../member/role";
import { mostOwn, mostShared, type savedFilter, type sharedFilter } from "./filters.entity";

export type Saved = z.output<typeof savedFilter>;
export type Shared = z.output<typeof sharedFilter>;

/** All filters a member sees: their own, those the firm shares, and the one their list begins with. */
export type Kept = { own: readonly Saved[]; shared: readonly Shared[]; defaultId?: string };

const isOf =
  (filterId: string) =>
  (one: Saved): boolean =>
    one.filterId === filterId;

/** Whether a member may change a shared filter: whoever shared it may, and who manages the firm. */
export const mayChange = ({ ownerId }: Shared, { memberId, role }: MemberActor) =>
  ownerId === memberId || rolePermissions[role].has("tenant.manage");

/** With a new filter. Throws `conflict` where there are as many as may be, or one of that name. */
export function withSaved(kept: Kept, saved: Saved, shared: boolean, { memberId, name }: MemberActor): Kept {
  const own = shared ? kept.own : [...kept.own, saved];
  const common = shared
    ? [...kept.shared, { ...saved, ownerId: memberId, ownerName: name.slice(0, 60) }]
    : kept.shared;
  return checked({ ...kept, own, shared: common }, saved);
}

/** With a filter changed, or moved to the firm's or back. Throws `not_found` for one this member does not see. */
export function withChanged(
  kept: Kept,
  filterId: string,
  said: Partial<Omit<Saved, "filterId">> & { shared?: boolean },
  actor: MemberActor,
): Kept {
  const before = needChangeable(kept, filterId, actor);
  const isShared = "ownerId" in before;
  const { shared = isShared } = said;
  const saved: Saved = { filterId, name: said.name ?? before.name, filter: said.filter ?? before.filter };
  // Nobody takes what another shared for themselves alone.
  if (isShared && !shared && before.ownerId !== actor.memberId) throw forbidden();
  if (shared !== isShared) return withSaved(without(kept, filterId), saved, shared, actor);
  const swapped = <F extends Saved>(all: readonly F[]): readonly F[] =>
    all.map((one) => (one.filterId === filterId ? { ...one, ...saved } : one));
  const next = isShared ? { ...kept, shared: swapped(kept.shared) } : { ...kept, own: swapped(kept.own) };
  return checked(next, saved);
}

/** Without a filter, nor its being where the member's list begins. */
export function withRemoved(kept: Kept, filterId: string, actor: MemberActor): Kept {
  needChangeable(kept, filterId, actor);
  const defaultId = kept.defaultId === filterId ? undefined : kept.defaultId;
  return { ...without(kept, filterId), defaultId };
}

/** With a filter the member's list begins with, or none. Throws `not_found` for one this member does not see. */
export function withDefault(kept: Kept, filterId: string | null): Kept {
  if (filterId !== null && !find(kept, filterId)) throw notFound();
  return { ...kept, defaultId: filterId ?? undefined };
}

const find = ({ own, shared }: Kept, filterId: string): Saved | Shared | undefined =>
  own.find(isOf(filterId)) ?? shared.find(isOf(filterId));

function needChangeable(kept: Kept, filterId: string, actor: MemberActor): Saved | Shared {
  const found = find(kept, filterId);
  if (!found) throw notFound();
  if ("ownerId" in found && !mayChange(found, actor)) throw forbidden();
  return found;
}

const without = (kept: Kept, filterId: string): Kept => {
  const others = (one: Saved) => one.filterId !== filterId;
  const own = kept.own.some(isOf(filterId));
  return own ? { ...kept, own: kept.own.filter(others) } : { ...kept, shared: kept.shared.filter(others) };
};

function checked(kept: Kept, { filterId, name }: Saved): Kept {
  if (kept.own.length > mostOwn) throw conflict(`You keep ${mostOwn} filters already: remove one first`);
  if (kept.shared.length > mostShared)
    throw conflict(`The firm shares ${mostShared} filters already: remove one first`);
  const others = [...kept.own, ...kept.shared].filter((one) => one.filterId !== filterId);
  if (others.some((one) => one.name === name))
    throw conflict("There is a filter of this name already", "name");
  return kept;
}
