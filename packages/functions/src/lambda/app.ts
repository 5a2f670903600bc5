import { timingSafeEqual } from "node:crypto";
import { withContext } from "@frontdesk/core/context";
import { secrets } from "@frontdesk/core/environment/secret";
import { setting } from "@frontdesk/core/environment/settings";
import { log } from "@frontdesk/core/log";
import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { senderOf } from "../api/sessions";
import { type Surface, surfaceApp } from "../api/surface";
import { originHeader } from "./origin";

function same(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

type Served = Partial<Pick<Surface, "auth" | "parts" | "pages" | "docs">>;

/** What anybody gets who comes around the CDN. */
const refused = { statusCode: 403, headers: {} as Record<string, string>, body: "" };

/** A function that serves some of the surface behind the CDN; secrets come from where they are kept, once a process. */
export async function cloudHandler(servedWith: (secret: string) => Served) {
  const known = await secrets("FRONTDESK_SECRET", "FRONTDESK_ORIGIN");
  const secret = known.FRONTDESK_SECRET;
  const version = setting("FRONTDESK_VERSION") ?? "unknown";
  const app = surfaceApp({
    version,
    senderOf: senderOf(secret),
    parts: {},
    pages: {},
    ...servedWith(secret),
  });
  const answer = handle(app);
  return async (event: LambdaEvent, context?: LambdaContext) => {
    const given = event.headers?.[originHeader];
    if (typeof given !== "string" || !same(given, known.FRONTDESK_ORIGIN)) return refused;
    return withContext({ actor: { type: "public" }, requestId: "", trail: {} }, async () => {
      const begun = performance.now();
      const answered = await answer(event, context);
      const requestId = answered.headers?.["x-request-id"];
      const ms = Math.round(performance.now() - begun);
      log("info", { requestId, ...asked(event), status: answered.statusCode, ms });
      return answered;
    });
  };
}

/** Addresses of which the rest lets in whoever knows it: residents' pages, and letters of the sign-in library. */
const telling = /^(\/\w|\/api\/auth\/[^/]+)\/.*/;

/** What was asked for, as it may stand in a log. */
const asked = (event: LambdaEvent) =>
  "rawPath" in event
    ? { method: event.requestContext.http.method, path: event.rawPath.replace(telling, "$1/…") }
    : {};
