import { withContext } from "@frontdesk/core/context";
import type { Identity } from "@frontdesk/core/identity/index";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { clientAddress, retryAfter } from "./client-address";
import { onError, onNotFound } from "./errors";
import { health } from "./health";
import { lazyApi, mountPages } from "./lazily";
import { parts } from "./parts";
import { sameOrigin } from "./same-origin";
import { asConfirmed, sender } from "./sender";

/** What the app needs from where it runs. */
export type Dependencies = Identity & {
  version: string;
};
export type AppEnv = { Variables: { requestId: string } };

/**
 * The HTTP surface: API, docs and residents' pages. The same in the cloud and on one machine, but that in the cloud
 * some parts of the API are served by a function of their own.
 */
export function createApp(dependencies: Dependencies, served = parts) {
  const app = new Hono<AppEnv>();
  const { version } = dependencies;
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
  app.use("/api/*", sender(dependencies.senderOf));
  app.all("/api/auth/*", (c) => asConfirmed(() => dependencies.auth(c.req.raw)));
  app.get("/api/health", health(version));
  app.get("/api/openapi.json", async (c) => (await import("./docs")).openApi(version)(c));
  app.get("/api/docs", async (c) => (await import("./docs")).docs(version)(c));
  app.all("/api/*", lazyApi(served));
  mountPages(app);
  return app;
}
