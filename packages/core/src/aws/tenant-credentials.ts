import { needSetting } from "../environment/settings";
import { awsFetch, regionalUrl } from "./call";
import type { Credentials } from "./credentials";

/** The session tag that the tenant's role fences by; its name stands in the stacks' policies too. */
export const tenantTag = "tenant";

/** So many tenants' credentials are kept in one process; the one used longest ago gives way. */
const mostTenants = 100;
const sessionSeconds = 3_600;
/** Credentials are replaced so long before they end, so that none ends on its way. */
const earlyMs = 5 * 60_000;

/** Credentials that are there or on their way, and until when (epoch milliseconds) they are used. */
type Kept = { credentials: Promise<Credentials>; until: number };
const kept = new Map<string, Kept>();

/**
 * Credentials that reach one tenant's data and nobody else's, by assuming the tenants' role with the tenant as session
 * tag. Kept until shortly before they end. Throws `AwsRefusal` when the role cannot be assumed.
 */
export function tenantCredentials(tenantId: string): Promise<Credentials> {
  const earlier = kept.get(tenantId);
  const present = earlier && earlier.until > Date.now() ? earlier : renewed(tenantId);
  kept.delete(tenantId);
  kept.set(tenantId, present);
  for (const [oldest] of kept) {
    if (kept.size <= mostTenants) break;
    kept.delete(oldest);
  }
  return present.credentials;
}

function renewed(tenantId: string): Kept {
  const fresh: Kept = { credentials: assume(tenantId), until: Number.POSITIVE_INFINITY };
  fresh.credentials.then(
    ({ expires = 0 }) => {
      fresh.until = expires - earlyMs;
    },
    () => {
      fresh.until = 0;
    },
  );
  return fresh;
}

async function assume(tenantId: string): Promise<Credentials> {
  const response = await awsFetch("sts", {
    method: "POST",
    url: regionalUrl("sts"),
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      Action: "AssumeRole",
      Version: "2011-06-15",
      RoleArn: needSetting("FRONTDESK_TENANT_ROLE"),
      RoleSessionName: tenantId,
      DurationSeconds: String(sessionSeconds),
      "Tags.member.1.Key": tenantTag,
      "Tags.member.1.Value": tenantId,
    }).toString(),
  });
  const xml = await response.text();
  const field = (name: string) => {
    const value = new RegExp(`<${name}>([^<]+)</${name}>`).exec(xml)?.[1];
    if (!value) throw new Error(`STS gave no ${name}`);
    return value;
  };
  return {
    accessKeyId: field("AccessKeyId"),
    secretAccessKey: field("SecretAccessKey"),
    sessionToken: field("SessionToken"),
    expires: Date.parse(field("Expiration")),
  };
}
