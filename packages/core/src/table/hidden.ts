import { useActor } from "../context";
import { table } from "./client";

/** Where it is kept what a member must not see; see `member/hidden.entity.ts`. */
export const hiddenPlace = (memberId: string): readonly [string[], string] => [["hidden"], memberId];

/**
 * The ids of what is hidden from the acting member, read anew each time: what concerns them is gone the moment it is
 * said to. Undefined, at no cost, for everybody from whom nothing is.
 */
export async function hiddenFromActor(): Promise<ReadonlySet<unknown> | undefined> {
  const actor = useActor();
  if (actor.type !== "member" || !actor.shielded) return undefined;
  const [[partition], sk] = hiddenPlace(actor.memberId);
  const { Item } = await table.get({
    Key: { pk: `${actor.tenantId}#${partition}`, sk },
    ConsistentRead: true,
  });
  const ids: unknown = Item?.ids;
  return new Set(Array.isArray(ids) ? ids : []);
}
