import { useTenantId } from "../context";
import { Tenant } from "./tenant.entity";

const zones = new Map<string, string>();

/** The zone of the acting tenant's local days; fixed at sign-up, so a process may remember it. */
export async function tenantZone(): Promise<string> {
  const tenantId = useTenantId();
  const known = zones.get(tenantId);
  if (known) return known;
  const { zone } = await Tenant.need({});
  if (zones.size > 10_000) zones.clear();
  zones.set(tenantId, zone);
  return zone;
}
