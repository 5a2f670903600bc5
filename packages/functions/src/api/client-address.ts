import { setting } from "@frontdesk/core/environment/settings";
import { withClientAddress } from "@frontdesk/core/identity/client-address";
import { TooMany } from "@frontdesk/core/identity/throttle";
import type { Context } from "hono";
import { createMiddleware } from "hono/factory";

/** What the two places we run in hand over beside a request. */
type Surroundings = {
  incoming?: { socket?: { remoteAddress?: string } };
  event?: { requestContext?: { http?: { sourceIp?: string } } };
};

/**
 * Who is at the other end: the connection's address, or, behind so many proxies of our own as `PROXY_HOPS` says
 * (default none), the address the outermost of them saw. What a client wrote into the header itself stands further
 * left and is not looked at.
 */
function addressOf(c: Context): string {
  const { incoming, event } = (c.env ?? {}) as Surroundings;
  const direct = incoming?.socket?.remoteAddress ?? event?.requestContext?.http?.sourceIp ?? "";
  const hops = Number(setting("PROXY_HOPS") ?? 0);
  if (!(hops > 0)) return direct;
  const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map((address) => address.trim());
  return forwarded[forwarded.length - hops] || direct;
}

/** Lets throttles count by the client's address. */
export const clientAddress = createMiddleware((c, next) => withClientAddress(addressOf(c), next));

/** Tells those who tried too often when to come back. */
export const retryAfter = createMiddleware(async (c, next) => {
  await next();
  if (c.error instanceof TooMany) c.header("retry-after", String(c.error.retryAfter));
});
