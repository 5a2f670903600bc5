import { createIdentity, type Identity } from "@frontdesk/core/identity/index";
import { publicUrl } from "@frontdesk/core/link/url";

/**
 * Sign-in and sessions by the environment: `FRONTDESK_SECRET` signs cookies (32 characters at least), `PUBLIC_URL` is
 * where the service is reached, `TRUSTED_ORIGINS` (comma-separated) names further sites whose pages may sign in.
 */
export function identity(): Identity {
  const { FRONTDESK_SECRET: secret = "", TRUSTED_ORIGINS = "" } = process.env;
  const trustedOrigins = TRUSTED_ORIGINS.split(",").flatMap((origin) => origin.trim() || []);
  return createIdentity({ secret, baseUrl: publicUrl(), trustedOrigins });
}
