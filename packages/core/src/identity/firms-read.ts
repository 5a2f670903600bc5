import { withActor } from "../context";
import { groupBy } from "../group";
import { batchGet } from "../table/entity";

const ownerOf = ({ pk }: { pk: string }) => pk.slice(0, pk.indexOf("#"));

/**
 * Raw items of identities and of several firms, those of each firm read as the service acting for it. Only for whom a
 * membership says that they belong there: a person sees all their firms before they choose one.
 */
export async function batchGetOfAll(keys: readonly { pk: string; sk: string }[]) {
  const found = [...groupBy(keys, ownerOf)].map(([tenantId, own]) =>
    withActor({ type: "system", tenantId }, () => batchGet(own, true)),
  );
  return (await Promise.all(found)).flat();
}
