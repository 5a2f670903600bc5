import { withContext } from "@frontdesk/core/context";
import type { Identity } from "@frontdesk/core/identity/index";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { AppEnv } from "./app";
import { clientAddress, retryAfter } from "./client-address";
import { onError, onNotFound } from "./errors";
import { health } from "./health";
import { lazyApi, mountPages } from "./lazily";
import type { Pages, Part } from "./parts";
import { sameOrigin } from "./same-origin";
import { asConfirmed, sender } from "./sender";

/** What is served: parts of the API, residents' pages, and signing in where `auth` is given. */
export type Surface = {
  version: string;
  senderOf: Identity["senderOf"];
  auth?: Identity["auth"];
  parts: Record<string, Part>;
  pages: Record<string, Pages>;
  /** The API's description of itself; it knows every route. */
  docs?: () => Promise<typeof import("./docs")>;
};

/** An app that serves a surface, or a part of one in the cloud, where some have a function of their own. */
export function surfaceApp({ version, senderOf, auth, parts, pages, docs }: Surface) {
  const app = new Hono<AppEnv>();
  app.onError(onError);
  app.notFound(onNotFound);
  app.use(secureHeaders({ referrerPolicy: "no-referrer", xFrameOptions: "DENY" }));
  app.use(async (c, next) => {
    const requestId = crypto.randomUUID();
    c.set("requestId", requestId);
    await withContext({ actor: { type: "public" }, requestId }, next);
    c.header("x-request-id", requestId);
  });
  app.use(clientAddress);
  app.use(retryAfter);
  app.use("/api/*", sameOrigin);
  app.use("/api/*", sender(senderOf));
  if (auth) app.all("/api/auth/*", (c) => asConfirmed(() => auth(c.req.raw)));
  app.get("/api/health", health(version));
  if (docs) {
    app.get("/api/openapi.json", async (c) => (await docs()).openApi(version)(c));
    app.get("/api/docs", async (c) => (await docs()).docs(version)(c));
  }
  app.all("/api/*", lazyApi(parts));
  mountPages(app, pages);
  return app;
}
