import { setting } from "@frontdesk/core/environment/settings";
import { createAuth } from "@frontdesk/core/identity/auth";
import type { Identity } from "@frontdesk/core/identity/index";
import { publicUrl } from "@frontdesk/core/link/url";
import { senderOf } from "./sessions";

/**
 * Sign-in and sessions: `secret` signs cookies (32 characters at least), `PUBLIC_URL` is where the service is reached,
 * `TRUSTED_ORIGINS` (comma-separated) names further sites whose pages may sign in.
 */
export function identity(secret: string): Identity {
  const trustedOrigins = (setting("TRUSTED_ORIGINS") ?? "")
    .split(",")
    .flatMap((origin) => origin.trim() || []);
  return { senderOf: senderOf(secret), auth: createAuth({ secret, baseUrl: publicUrl(), trustedOrigins }) };
}
