import type { Actor } from "@frontdesk/core/actor";
import { withContext } from "@frontdesk/core/context";
import type { Channels } from "@frontdesk/core/message/sender";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { ratePages } from "../pages/rate";
import { refusePages } from "../pages/refuse";
import { reportPages } from "../pages/report";
import { statementPages } from "../pages/statement";
import { surveyPages } from "../pages/survey";
import { clientAddress } from "./client-address";
import { docs, openApi } from "./docs";
import { onError, onNotFound } from "./errors";
import { health } from "./health";
import { mount } from "./mount";
import { routes } from "./routes";
import { sameOrigin } from "./same-origin";

/** What the app needs from where it runs. */
export type Dependencies = {
  /** Who sends this request: from its session cookie, never from anything the caller can choose. */
  actorOf: (request: Request, setCookie: (cookie: string) => void) => Promise<Actor>;
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
  app.use(clientAddress);
  app.use("/api/*", sameOrigin);
  app.use("/api/*", async (c, next) => {
    const cookies: string[] = [];
    const actor = await dependencies.actorOf(c.req.raw, (cookie) => cookies.push(cookie));
    await withContext({ actor, requestId: c.get("requestId") }, next);
    if (!c.res.headers.has("set-cookie")) for (const cookie of cookies) c.header("set-cookie", cookie);
  });
  app.all("/api/auth/*", (c) => dependencies.auth(c.req.raw));
  app.get("/api/health", health(dependencies.version));
  app.get("/api/openapi.json", openApi(dependencies.version));
  app.get("/api/docs", docs(dependencies.version));
  mount(app, routes);
  app.route("/b", statementPages);
  app.route("/r", reportPages);
  app.route("/s", surveyPages);
  app.route("/t", ratePages);
  app.route("/u", refusePages);
  return app;
}
