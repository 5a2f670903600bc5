import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { tenantCredentials } from "../aws/tenant-credentials";
import { useActor } from "../context";
import { setting } from "../environment/settings";
import { connect } from "./connect";
import { isTenantless } from "./tenantless";

/** What a request names: partition keys of the table, or of an index. */
export type Named = { partitions: readonly string[]; index?: string };

/** The tenant the present actor works for. */
const actorTenant = (): string | undefined => {
  const actor = useActor();
  return "tenantId" in actor ? actor.tenantId : undefined;
};

/**
 * Whose rights a request is made with: those of the tenant acted for, or the process's own (undefined) where all it
 * names belongs to no tenant. It is decided by who acts, never by the keys: those of somebody else stay closed.
 */
export const rightsFor = ({ partitions, index }: Named, actsFor = actorTenant()): string | undefined =>
  partitions.every((partition) => isTenantless(partition, index)) ? undefined : actsFor;

/** So many tenants' clients are kept; the one used longest ago gives way. */
const mostClients = 100;
const clients = new Map<string, DynamoDBClient>();

/**
 * A client with one tenant's rights. In the cloud it signs with credentials that reach nothing else and shares its
 * connections with `base` and nothing more; where no tenants' role is set, as on one machine, `base` reaches all.
 */
export function clientWithRights(base: DynamoDBClient, tenantId: string | undefined): DynamoDBClient {
  if (tenantId === undefined || !setting("FRONTDESK_TENANT_ROLE")) return base;
  const made = clients.get(tenantId) ?? fenced(base, tenantId);
  clients.delete(tenantId);
  clients.set(tenantId, made);
  for (const [oldest] of clients) {
    if (clients.size <= mostClients) break;
    clients.delete(oldest);
  }
  return made;
}

function fenced({ config }: DynamoDBClient, tenantId: string): DynamoDBClient {
  return connect({
    region: config.region,
    endpoint: setting("DYNAMODB_ENDPOINT"),
    requestHandler: config.requestHandler,
    credentials: async () => {
      const { expires, ...credentials } = await tenantCredentials(tenantId);
      return { ...credentials, expiration: expires === undefined ? undefined : new Date(expires) };
    },
  });
}
