import { withActor } from "../context";

/**
 * Identities belong to no tenant (architecture, rule 1): a person signs in before any firm is known, and may belong
 * to several. Their items lie under this one name, where a tenant's lie under its id, so that the same table layer
 * serves both. They are declared in `adapter/layout.ts` (rows of the sign-in library, unique values, groups),
 * `membership.entity.ts` (whose firms), `sign-up.entity.ts` (firms not yet confirmed), `reset.ts` (whose letters) and
 * `throttle.ts` (counters).
 */
export const identityScope = "identity";

/** Runs `body` so that entities read and write identities instead of a tenant's items. */
export const inIdentity = <T>(body: () => T): T =>
  withActor({ type: "system", tenantId: identityScope }, body);
