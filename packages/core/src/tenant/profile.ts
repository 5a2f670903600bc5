import { useTenantId } from "../context";
import type { ItemOf } from "../table/entity";
import { Tenant } from "./tenant.entity";

/** What messages and clocks need of a firm. */
export type TenantProfile = Pick<
  ItemOf<typeof Tenant>,
  "name" | "signature" | "zone" | "locale" | "callbackHours"
> &
  // Firms of earlier versions have no such settings of their own yet.
  Partial<Pick<ItemOf<typeof Tenant>, "callbackShares" | "secondCallbackShare">>;

const profiles = new Map<string, { profile: Promise<TenantProfile>; until: number }>();
/** A changed name or signature is seen by every process within this time. */
const keptMs = 60_000;

/** The acting tenant's profile, at most a minute old: registering a ticket does not read it anew each time. */
export function tenantProfile(): Promise<TenantProfile> {
  const tenantId = useTenantId();
  const known = profiles.get(tenantId);
  if (known && known.until > Date.now()) return known.profile;
  const profile = Tenant.need({});
  if (profiles.size > 10_000) profiles.clear();
  profiles.set(tenantId, { profile, until: Date.now() + keptMs });
  profile.catch(() => profiles.delete(tenantId));
  return profile;
}
