import type { Identity } from "@frontdesk/core/identity/index";
import { senderBySession } from "@frontdesk/core/identity/session";
import { publicUrl } from "@frontdesk/core/link/url";

/** Who sends a request, by the session cookie that `secret` signed: all of sign-in that most functions need. */
export function senderOf(secret: string): Identity["senderOf"] {
  const cookies = { secret, secure: publicUrl().startsWith("https://") };
  return (request, setCookie) => senderBySession(request, cookies, setCookie);
}
