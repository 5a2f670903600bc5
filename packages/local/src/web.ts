import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { contentSecurityPolicy, immutable } from "@frontdesk/functions/web/headers";
import { serveStatic } from "@hono/node-server/serve-static";
import type { Hono } from "hono";

/**
 * Serves the members' app from its build: hashed files for a year, its worker, the page itself for every other path that a
 * person opens. Unknown paths under /api and residents' links stay the 404 they are.
 */
export function serveWeb<E extends object>(app: Hono<E>, folder: string) {
  app.use(
    "/assets/*",
    serveStatic({
      root: folder,
      onFound: (_path, c) => c.header("cache-control", immutable),
    }),
  );
  app.get(
    "/sw.js",
    serveStatic({ root: folder, onFound: (_path, c) => c.header("cache-control", "no-cache") }),
  );
  app.get("*", async (c, next) => {
    const { path } = c.req;
    if (/^\/(api|dev|assets|[rstbu])(\/|$)/.test(path) || /\.\w+$/.test(path)) return next();
    c.header("content-security-policy", contentSecurityPolicy());
    c.header("cache-control", "no-cache");
    return c.html(await readFile(join(folder, "index.html"), "utf8"));
  });
}
