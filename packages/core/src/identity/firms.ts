import { Member } from "../member/member.entity";
import type { ItemOf } from "../table/entity";
import { Tenant } from "../tenant/tenant.entity";
import { batchGetOfAll } from "./firms-read";
import { Membership } from "./membership.entity";
import { inIdentity } from "./scope";

export type Firm = { tenant: ItemOf<typeof Tenant>; member: ItemOf<typeof Member> };

/** The firms a person belongs to, and as what: those where they are disabled too. */
export async function firmsOf(userId: string): Promise<Firm[]> {
  const { items } = await inIdentity(() => Membership.query("table", ["membership", userId]));
  const keys = items.flatMap(({ firmId, memberId }) => [
    Tenant.key({}, firmId),
    Member.key({ memberId }, firmId),
  ]);
  const found = await batchGetOfAll(keys);
  const at = (key: { pk: string; sk: string }) => found.find(({ pk, sk }) => pk === key.pk && sk === key.sk);
  return items.flatMap(({ firmId, memberId }) => {
    const [tenant, member] = [at(Tenant.key({}, firmId)), at(Member.key({ memberId }, firmId))];
    return tenant && member ? [{ tenant: Tenant.item(tenant), member: Member.item(member) }] : [];
  });
}

/** Whether a person works for a firm at present. */
export const isActive = ({ member }: Firm) => member.state === "active";
