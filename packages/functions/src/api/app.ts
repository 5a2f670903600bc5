import type { Identity } from "@frontdesk/core/identity/index";
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
import { asConfirmed, sender } from "./sender";

/** What the app needs from where it runs. */
export type Dependencies = Identity & {
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
  app.use("/api/*", sender(dependencies.senderOf));
  app.all("/api/auth/*", (c) => asConfirmed(() => dependencies.auth(c.req.raw)));
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
