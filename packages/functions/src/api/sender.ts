import { isDeepStrictEqual } from "node:util";
import type { Actor } from "@frontdesk/core/actor";
import { type Context, OtherActor, useContext, withContext } from "@frontdesk/core/context";
import type { Identity } from "@frontdesk/core/identity/index";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "./app";

/**
 * Finds out who sends a request: from its session cookie, never from anything the caller can choose. While the
 * session is being read the request already goes on as whom it acted as the last time.
 */
export const sender = (senderOf: Identity["senderOf"]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const cookies: string[] = [];
    const { likely, actor } = senderOf(c.req.raw, (cookie) => cookies.push(cookie));
    const requestId = c.get("requestId");
    const context = likely
      ? { actor: likely, requestId, confirmed: confirmation(likely, actor) }
      : { actor: await actor, requestId };
    await withContext(context, next);
    if (!c.res.headers.has("set-cookie")) for (const cookie of cookies) c.header("set-cookie", cookie);
  });

function confirmation(likely: Actor, actor: Promise<Actor>): Promise<void> {
  const confirmed = actor.then((truth) => {
    if (!isDeepStrictEqual(likely, truth)) throw new OtherActor(truth);
  });
  // Whoever needs it awaits it; a request that fails before must not end the process.
  confirmed.catch(() => undefined);
  return confirmed;
}

/** Runs `body` as the sender once that is known for certain. */
export async function asConfirmed<T>(body: () => Promise<T>): Promise<T> {
  const context = useContext();
  const other = await guessedWrong(context);
  return withContext({ ...context, actor: other ?? context.actor, confirmed: undefined }, body);
}

/**
 * Runs `body`, which has no effect but what it writes to the table, as whom the sender was a moment ago, and again
 * where that turns out to be wrong: its writes and its answer wait for the truth, its reads do not.
 */
export async function asLikely<T>(body: () => Promise<T>): Promise<T> {
  const context = useContext();
  const [outcome] = await Promise.allSettled([body()]);
  if (await guessedWrong(context)) return asConfirmed(body);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

async function guessedWrong({ confirmed }: Context): Promise<Actor | undefined> {
  try {
    await confirmed;
  } catch (error) {
    if (error instanceof OtherActor) return error.actor;
    throw error;
  }
}
