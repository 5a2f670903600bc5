import type { Actor } from "../actor";
import { nowMs } from "../clock";
import type { ItemOf } from "../table/entity";
import { Race } from "../table/work";
import { layouts } from "./adapter/layout";
import { erase, replace } from "./adapter/rows";
import { type Raw, Unit } from "./adapter/unit";
import { type CookieSettings, renewedCookie, sessionToken } from "./cookie";
import { identityScope, inIdentity } from "./scope";
import { Session } from "./session.entity";

export type SessionItem = ItemOf<typeof Session>;

/** A session ends a week after it was last used, and after three months in any case. */
export const sessionSeconds = 7 * 86_400;
const longestSeconds = 90 * 86_400;
/** Its end is moved at most once in so many seconds, so that reading one writes none. */
const renewAfterSeconds = 86_400;

const sessionModel = { name: "session", layout: layouts.session, scope: identityScope };

// The token stays out of the actor: actors are written into logs, and a token is a key.
const tokens = new WeakMap<Actor, string>();

/** The token of the session a signed-in actor came by; undefined for actors that came another way. */
export const tokenOf = (actor: Actor): string | undefined => tokens.get(actor);

/** Who a session acts as: the member of its firm, or just the person while no firm is chosen. */
function actorFrom({ row, userName = "", member }: SessionItem): Actor {
  const actor: Actor = member
    ? { type: "member", userId: row.userId, ...member }
    : { type: "user", userId: row.userId, name: userName };
  tokens.set(actor, row.token);
  return actor;
}

/** The session with a token, unless it has ended. */
export async function sessionByToken(token: string): Promise<SessionItem | undefined> {
  const session = await inIdentity(() => Session.get({ row: { token } }));
  return session && Date.parse(session.row.expiresAt) > nowMs() ? session : undefined;
}

/** Whom each session acted as when it was last read, by its token; only ever a guess. */
const lately = new Map<string, Actor>();

/** What a request's session says of its sender: a guess at once where there is one, and the truth. */
export type Sender = { likely: Actor | undefined; actor: Promise<Actor> };

/**
 * Who sends a request, by its session cookie: one read, whatever the person may do, and meanwhile whom the session
 * acted as the last time. `setCookie` is given the cookie to send back on the few requests that move the session's
 * end.
 */
export function senderBySession(
  request: Request,
  settings: CookieSettings,
  setCookie?: (cookie: string) => void,
): Sender {
  const token = sessionToken(request, settings);
  if (!token) return { likely: undefined, actor: Promise.resolve({ type: "public" }) };
  const read = async (): Promise<Actor> => {
    const session = await sessionByToken(token);
    if (!session) return { type: "public" };
    const seconds = await renewed(session);
    if (seconds) setCookie?.(renewedCookie(request, settings, seconds));
    return actorFrom(session);
  };
  return { likely: lately.get(token), actor: read().then((actor) => note(token, actor)) };
}

function note(token: string, actor: Actor): Actor {
  if (lately.size > 10_000) lately.clear();
  if (actor.type === "public") lately.delete(token);
  else lately.set(token, actor);
  return actor;
}

/** Moves a session's end when it has been used for a day; the seconds it now has, or undefined. */
async function renewed(session: SessionItem): Promise<number | undefined> {
  const now = nowMs();
  const { expiresAt, createdAt } = session.row;
  const end = Math.min(now + sessionSeconds * 1000, Date.parse(createdAt) + longestSeconds * 1000);
  if (end - Date.parse(expiresAt) < renewAfterSeconds * 1000) return undefined;
  const unit = new Unit();
  const changes = { expiresAt: new Date(end).toISOString(), updatedAt: new Date(now).toISOString() };
  await replace(unit, sessionModel, Session.record(session) as Raw, changes);
  return commitOr(unit, () => Math.floor((end - now) / 1000));
}

/** Ends the session with a token at once; nothing happens when there is none. */
export async function endSession(token: string): Promise<void> {
  const unit = new Unit();
  const raw = await unit.get(Session.key({ row: { token } }, identityScope));
  if (!raw) return;
  erase(unit, sessionModel, raw);
  await commitOr(unit, () => undefined);
}

/** Somebody else changed or ended the session in between: theirs stands. */
async function commitOr<T>(unit: Unit, done: () => T): Promise<T | undefined> {
  try {
    await unit.commit();
    return done();
  } catch (error) {
    if (error instanceof Race) return undefined;
    throw error;
  }
}
