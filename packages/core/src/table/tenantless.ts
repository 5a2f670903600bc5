import { dueIndex } from "./schema";

/**
 * What the keys of items without a tenant begin with, and no others (architecture, rule 1): sign-in identities and
 * hashes of link tokens. The stacks give the functions rights of their own to these alone, beside the due index.
 */
export const tenantless = ["identity", "link"] as const;

/** Whether a key, of the table or of an index, belongs to no tenant. */
export const isTenantless = (partition: string, index?: string): boolean =>
  index === dueIndex || tenantless.some((scope) => partition.startsWith(`${scope}#`));
