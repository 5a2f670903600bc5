import { timingSafeEqual } from "node:crypto";
import { secrets } from "@frontdesk/core/environment/secret";
import { setting } from "@frontdesk/core/environment/settings";
import { handle, type LambdaContext, type LambdaEvent } from "hono/aws-lambda";
import { createApp } from "../api/app";
import { identity } from "../api/identity";

/** The header by which the CDN proves that a request came through it, past its firewall. */
export const originHeader = "x-frontdesk-origin";

const same = (given: string, wanted: string) =>
  given.length === wanted.length && timingSafeEqual(Buffer.from(given), Buffer.from(wanted));

/** The app as it is served behind the CDN; secrets come from where they are kept, once a process. */
export async function cloudHandler() {
  const known = await secrets("FRONTDESK_SECRET", "FRONTDESK_ORIGIN");
  const version = setting("FRONTDESK_VERSION") ?? "unknown";
  const answer = handle(createApp({ ...identity(known.FRONTDESK_SECRET), version }));
  return async (event: LambdaEvent, context?: LambdaContext) => {
    const given = event.headers?.[originHeader];
    const isOurs = typeof given === "string" && same(given, known.FRONTDESK_ORIGIN);
    return isOurs ? answer(event, context) : { statusCode: 403, body: "" };
  };
}
