import { timingSafeEqual } from "node:crypto";
import { secrets } from "@frontdesk/core/environment/secret";
import { setting } from "@frontdesk/core/environment/settings";
import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { senderOf } from "../api/sessions";
import { type Surface, surfaceApp } from "../api/surface";
import { originHeader } from "./origin";

const same = (given: string, wanted: string) =>
  given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));

type Served = Partial<Pick<Surface, "auth" | "parts" | "pages" | "docs">>;

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
    const isOurs = typeof given === "string" && same(given, known.FRONTDESK_ORIGIN);
    return isOurs ? answer(event, context) : { statusCode: 403, body: "" };
  };
}
