import { createHmac, timingSafeEqual } from "node:crypto";

/** How sessions travel: signed with `secret`; `secure` cookies are sent by https only and named so. */
export type CookieSettings = { secret: string; secure: boolean };

export const cookiePrefix = "frontdesk";
const cookieName = ({ secure }: CookieSettings) =>
  `${secure ? "__Secure-" : ""}${cookiePrefix}.session_token`;

/** The value of one cookie of a request, as it was sent. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

const form = /^([A-Za-z0-9]{16,64})\.([A-Za-z0-9+/]{43}=)$/;

/** The token of the session a request's cookie names, if its signature (HMAC-SHA-256 of the token) is ours. */
export function sessionToken(request: Request, settings: CookieSettings): string | undefined {
  const value = cookieOf(request, cookieName(settings));
  if (!value || value.length > 200) return undefined;
  const [, token, signature] =
    form.exec(value.replaceAll("%2B", "+").replaceAll("%2F", "/").replaceAll("%3D", "=")) ?? [];
  if (!token || !signature) return undefined;
  // Compared as text: several texts decode to the same bytes, and only one is the signature we gave.
  const expected = createHmac("sha256", settings.secret).update(token).digest("base64");
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature)) ? token : undefined;
}

/** A Set-Cookie that lets the browser keep the cookie it sent for so many seconds more. */
export function renewedCookie(request: Request, settings: CookieSettings, seconds: number): string {
  const name = cookieName(settings);
  const secure = settings.secure ? "; Secure" : "";
  return `${name}=${cookieOf(request, name)}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure}`;
}
