import { call } from "../api/client";
import type { ApiName, InputOf, JsonName, OutputOf, Session } from "../api/contract";
import { database } from "./database";
import { isUnreached } from "./queue";

/** What was read longer ago than this is not shown any more. */
const keptMs = 7 * 86_400_000;
/** Once something is kept, nobody waits longer than this for a network that does not answer. */
export const patienceMs = 8_000;
/** So long what is kept on the device may take to be found. */
const storageMs = 2_000;
const mostAnswers = 300;

/** The member whose answers are kept here: one who works on tickets. */
let keeper: string | undefined;

type Fits = (said: never, input: object) => boolean;

/** Whoever has the work, or may take it, opens it again where there is no network. */
const isOwnWork = ({ orders }: OutputOf<"GET /tickets/{ticketId}">) =>
  orders.some(({ assigneeId, may }) => assigneeId === keeper || may.includes("accept"));

/** What is kept to be read without a connection: one's own work, and what its pages need to show it. */
const kept: Partial<Record<ApiName, Fits>> = {
  "GET /projects": () => true,
  "GET /categories": () => true,
  "GET /ticket-filters": () => true,
  "GET /work": () => true,
  "GET /tickets/{ticketId}": isOwnWork as Fits,
  "GET /tickets/{ticketId}/quotes": () => true,
  // Whether there are any, which the home page asks.
  "GET /tickets": (_, input) => "limit" in input && input.limit === 1,
};

/** Reads a route; what is kept of it stands in where there is no connection. Rejects as `call` does. */
export async function read<N extends JsonName>(
  name: N,
  input: InputOf<N>,
  signal: AbortSignal,
): Promise<OutputOf<N>> {
  const fits = kept[name];
  if (!keeper || !fits) return call(name, input, { signal });
  const place: Place = [keeper, JSON.stringify([name, input])];
  const earlier = await orNothing(answerAt(place));
  if (earlier !== undefined && !navigator.onLine) return earlier as OutputOf<N>;
  try {
    const said = await call(name, input, {
      signal,
      timeoutMs: earlier === undefined ? undefined : patienceMs,
    });
    if (fits(said as never, input)) void orNothing(put(place, said));
    return said;
  } catch (error) {
    if (earlier === undefined || !isUnreached(error)) throw error;
    return earlier as OutputOf<N>;
  }
}

/** Who was signed in when the service was last asked; undefined where that is not kept. */
export const keptSession = () =>
  orNothing(
    (async () => {
      const found = await (await database()).get("session", "last");
      return found && isRecent(found) ? (found.said as Session) : undefined;
    })(),
  );

/**
 * Keeps who is signed in, null for nobody, and from now on what they read. What others read here before is thrown
 * away; the steps that wait here are not.
 */
export async function keepSession(session: Session | null): Promise<void> {
  keepFor(session);
  await orNothing(
    (async () => {
      const db = await database();
      if (session && keeper) await db.put("session", { said: session, at: Date.now() }, "last");
      else await db.delete("session", "last");
      const newest = (await db.getAll("answers")).sort((a, b) => b.at - a.at);
      for (const [place, { owner, name, at }] of newest.entries())
        if (owner !== keeper || place >= mostAnswers || !isRecent({ at }))
          await db.delete("answers", [owner, name]);
    })(),
  );
}

/** From now on what this member reads is kept, and shown again where there is no connection. */
export function keepFor(session: Session | null): void {
  keeper = session?.permissions.includes("ticket.work") ? session.member?.id : undefined;
}

type Place = [owner: string, name: string];
const isRecent = ({ at }: { at: number }) => at > Date.now() - keptMs;

async function answerAt(place: Place): Promise<unknown> {
  const found = await (await database()).get("answers", place);
  return found && isRecent(found) ? found.said : undefined;
}

async function put([owner, name]: Place, said: unknown) {
  const db = await database();
  // Somebody else may have signed in since it was asked.
  if (owner === keeper) await db.put("answers", { owner, name, said, at: Date.now() });
}

/** Where the browser keeps nothing, or is slow to say so, nothing is kept: no page waits for it that has a network. */
function orNothing<T>(kept: Promise<T>): Promise<T | undefined> {
  const enough = new Promise<undefined>((resolve) => setTimeout(resolve, storageMs));
  return Promise.race([kept.catch(() => undefined), enough]);
}
