import { forbidden } from "@frontdesk/core/error";
import { createMiddleware } from "hono/factory";

/** The host an Origin header names; undefined for "null" and anything that is no address. */
const hostOf = (origin: string) => (URL.canParse(origin) ? new URL(origin).host : undefined);

/** Refuses changes that another site's page makes with a visitor's cookies. */
export const sameOrigin = createMiddleware(async (c, next) => {
  const safe = c.req.method === "GET" || c.req.method === "HEAD";
  const origin = c.req.header("origin");
  const host = c.req.header("x-forwarded-host") ?? c.req.header("host") ?? new URL(c.req.url).host;
  if (!safe && origin !== undefined && hostOf(origin) !== host) throw forbidden();
  if (!safe && c.req.header("sec-fetch-site") === "cross-site") throw forbidden();
  await next();
});
