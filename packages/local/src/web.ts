import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Serves the members' app from its build: hashed files for a year, the page itself for every other path that a
 * person opens. Unknown paths under /api and residents' links stay the 404 they are.
 */
export function serveWeb<E extends object>(app: Hono<E>, folder: string) {
  app.use(
    "/assets/*",
    serveStatic({
      root: folder,
      onFound: (_path, c) => c.header("cache-control", "public, max-age=31536000, immutable"),
    }),
  );
  app.get("*", async (c, next) => {
    const { path } = c.req;
    if (/^\/(api|dev|assets|[rstbu])(\/|$)/.test(path) || /\.\w+$/.test(path)) return next();
    c.header("content-security-policy", contentSecurityPolicy);
    c.header("cache-control", "no-cache");
    return c.html(await readFile(join(folder, "index.html"), "utf8"));
  });
}
