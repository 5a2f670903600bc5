import type { Actor } from "@frontdesk/core/actor";
import { withContext } from "@frontdesk/core/context";
import { Hono } from "hono";
import type { AppEnv } from "./app";
import { onError, onNotFound } from "./errors";
import { lazyApi } from "./lazily";
import { parts } from "./parts";

/** The API as the app mounts it, for one actor and without signing in: answers to "POST /tickets" and the like. */
export function appFor<A>(actor: Actor) {
  const app = new Hono<AppEnv>();
  app.onError(onError);
  app.notFound(onNotFound);
  app.use((c, next) => {
    c.set("requestId", "test");
    return withContext({ actor, requestId: "test" }, next);
  });
  app.all("/api/*", lazyApi(parts));
  return async (name: string, body?: object, headers: Record<string, string> = {}) => {
    const [method = "", path = ""] = name.split(" ");
    const init = { method, headers, ...(body && { body: JSON.stringify(body) }) };
    const response = await app.request(`/api${path}`, init);
    return { status: response.status, body: (await response.json()) as A };
  };
}
