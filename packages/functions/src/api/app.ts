import type { Actor } from "@frontdesk/core/actor";
import { withContext } from "@frontdesk/core/context";
import type { Channels } from "@frontdesk/core/message/sender";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { surveyPages } from "../pages/survey";
import { docs, openApi } from "./docs";
import { onError, onNotFound } from "./errors";
import { health } from "./health";
import { mount } from "./mount";
import { routes } from "./routes";
import { sameOrigin } from "./same-origin";

/** What the app needs from where it runs. */
export type Dependencies = {
  /** Who sends this request: from its session cookie, never from anything the caller can choose. */
  actorOf: (request: Request) => Promise<Actor>;
  /** Sign-in (better-auth): everything under /api/auth. */
  auth: (request: Request) => Promise<Response>;
  channels: Channels;
  version: string;
};
export type AppEnv = { Variables: { requestId: string } };

/** The whole HTTP surface: API, docs and residents' pages. The same in the cloud and on one machine. */
export function createApp(dependencies: Dependencies) {
  const app = new Hono<AppEnv>();
  app.onError(onError);
  app.notFound(onNotFound);
  app.use(secureHeaders({ referrerPolicy: "no-referrer", xFrameOptions: "DENY" }));
  app.use(async (c, next) => {
    c.set("requestId", crypto.randomUUID());
    c.header("x-request-id", c.get("requestId"));
    await next();
  });
  app.use("/api/*", sameOrigin);
  app.all("/api/auth/*", (c) => dependencies.auth(c.req.raw));
  app.use("/api/*", async (c, next) => {
    const actor = await dependencies.actorOf(c.req.raw);
    return withContext({ actor, requestId: c.get("requestId") }, next);
  });
  app.get("/api/health", health(dependencies.version));
  app.get("/api/openapi.json", openApi(dependencies.version));
  app.get("/api/docs", docs(dependencies.version));
  mount(app, routes);
  app.route("/s", surveyPages);
  return app;
}
