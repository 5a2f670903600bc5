import { recent } from "../recent";
import type { ItemOf } from "../table/entity";
import { Tenant } from "./tenant.entity";

/** What messages and clocks need of a firm. */
export type TenantProfile = Pick<
  ItemOf<typeof Tenant>,
  "name" | "signature" | "zone" | "locale" | "callbackHours"
> &
  // Firms of earlier versions have no such settings of their own yet.
  Partial<Pick<ItemOf<typeof Tenant>, "callbackShares" | "secondCallbackShare">>;

const profiles = recent<TenantProfile>(() => Tenant.need({}));

/** The acting tenant's profile, at most a minute old: registering a ticket does not read it anew each time. */
export const tenantProfile = (): Promise<TenantProfile> => profiles.of("");
