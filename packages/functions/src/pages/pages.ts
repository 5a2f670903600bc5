import { DomainError } from "@frontdesk/core/error";
import { type Context, Hono } from "hono";
import { compress } from "hono/compress";
import { body } from "../api/answer";
import type { AppEnv } from "../api/app";
import { faultPage, onPageError } from "./messages";

/**
 * A sub-app of residents' pages: `build` adds its routes; whatever else is asked of it is an unknown link, and its
 * errors are friendly pages. Compressed here, since a CDN leaves alone what may not be stored.
 */
export function residentPages(build: (app: Hono<AppEnv>) => void): Hono<AppEnv> {
  const app = new Hono<AppEnv>();
  app.onError(onPageError);
  app.use(compress());
  build(app);
  app.all("*", (c) => faultPage(c, "not_found"));
  return app;
}

/** Largest form of text fields; forms with photos have a limit of their own. */
export const formLimit = 16 * 1024;

/**
 * The fields of a form sent as `application/x-www-form-urlencoded`, the last of each name. Throws `too_large` over
 * `limit` bytes, `bad_request` for any other kind of body.
 */
export async function formFields(c: Context, limit = formLimit): Promise<Record<string, string>> {
  const type = c.req.header("content-type") ?? "";
  if (!type.startsWith("application/x-www-form-urlencoded"))
    throw new DomainError("bad_request", "A form is expected here");
  const text = (await body(c, limit)).toString("utf8");
  return Object.fromEntries(new URLSearchParams(text));
}
