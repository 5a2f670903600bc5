import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { keyPart } from "./adapter/layout";
import { type CookieSettings, cookieOf, cookiePrefix } from "./cookie";

/**
 * Devices on which somebody has signed in before (OWASP, device cookies): whoever guesses at their password from
 * elsewhere uses up the tries of everywhere else, and never locks them out of their own. A cookie for each person, so
 * that several may share a desk; it proves no more than that, and signs nobody in.
 */
const seconds = 180 * 86_400;

const signed = (text: string, { secret }: CookieSettings) =>
  createHmac("sha256", secret).update(text).digest("base64url");

const cookieName = (email: string, settings: CookieSettings) =>
  `${settings.secure ? "__Secure-" : ""}${cookiePrefix}.device_${signed(`device name ${keyPart(email)}`, settings).slice(0, 10)}`;

const signature = (email: string, device: string, settings: CookieSettings) =>
  signed(`device ${device} ${keyPart(email)}`, settings);

/** The device a request comes from, if this person (an address in lower case) signed in on it before. */
export function knownDevice(request: Request, email: string, settings: CookieSettings): string | undefined {
  const [, device = "", given = ""] =
    /^([\w-]{22})\.([\w-]{43})$/.exec(cookieOf(request, cookieName(email, settings)) ?? "") ?? [];
  if (!device) return undefined;
  const isOurs = timingSafeEqual(Buffer.from(given), Buffer.from(signature(email, device, settings)));
  return isOurs ? device : undefined;
}

/** A Set-Cookie by which the device is known from now on. */
export function deviceCookie(
  email: string,
  settings: CookieSettings,
  device = randomBytes(16).toString("base64url"),
): string {
  const value = `${device}.${signature(email, device, settings)}`;
  const secure = settings.secure ? "; Secure" : "";
  return `${cookieName(email, settings)}=${value}; Max-Age=${seconds}; Path=/api/auth; HttpOnly; SameSite=Lax${secure}`;
}
