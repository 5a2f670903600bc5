import * as z from "zod";
import { useActor, useContext } from "../context";
import { badRequest, DomainError, forbidden, gone, notFound, unauthenticated } from "../error";
import type { BetterAuth } from "./better";
import { clientNetwork } from "./client-address";
import { type CookieSettings, sessionToken } from "./cookie";
import { deviceCookie, knownDevice } from "./device";
import { evenly, failEvenly } from "./evenly";
import { pageUrl, writeToUser } from "./mail";
import { givenPassword, newPassword, verifyPassword } from "./password";
import { jsonOf } from "./request";
import { addressOfReset, noteReset } from "./reset";
import { endSession } from "./session";
import { pendingSignUp } from "./sign-up";
import { throttle } from "./throttle";
import { emailAddress, userByEmail, userById } from "./user";

export type AuthSettings = {
  /** Signs cookies and nothing else; at least 32 characters. */
  secret: string;
  /** Where the service is reached from outside; with https, cookies are for https only. */
  baseUrl: string;
  trustedOrigins?: readonly string[];
  /** Sends the letter with which a password is set anew; by default through the outbox. */
  sendReset?: (user: { id: string }, token: string) => Promise<void>;
  onListing?: (model: string) => void;
};

const sendResetLetter = async ({ id }: { id: string }, token: string) => {
  const user = await userById(id);
  if (user) await writeToUser(user, "resetPassword", { url: pageUrl("reset-password", token) });
};

/** No answer about an address comes sooner: longer than what is done only for addresses that exist. */
const evenMs = 400;
/** A wrong password is told no sooner: longer than all that is done to find out, whoever's it is. */
const wrongMs = 1_000;

const wrong = () => new DomainError("unauthenticated", "E-mail address or password is wrong");

type Forward = (path: string, body: object, request: Request) => Promise<Response>;
type Endpoint = (request: Request, forward: Forward, cookies: CookieSettings) => Promise<Response>;

const credentials = z.object({ email: emailAddress, password: givenPassword });

/** Signs in, and ends the session the browser had before. Tries on a device of one's own are counted by themselves. */
const signIn: Endpoint = async (request, forward, cookies) => {
  const { email, password } = await jsonOf(request, credentials);
  const device = knownDevice(request, email, cookies);
  const takeBack = await throttle("signIn", device ? `${email} ${device}` : email);
  const answer = await failEvenly(wrongMs, () => enter(email, password, request, forward));
  if (!answer.ok) return answer;
  const old = sessionToken(request, cookies);
  await Promise.all([takeBack(), old && endSession(old)]);
  answer.headers.append("set-cookie", deviceCookie(email, cookies, device));
  return answer;
};

/** The answer to a sign-in whose password is right. Throws `unauthenticated`. */
async function enter(email: string, password: string, request: Request, forward: Forward) {
  const [user, pending] = await Promise.all([userByEmail(email), pendingSignUp(email)]);
  if (!user && pending) {
    // One hash either way, so that the time does not tell whether someone is signing up with this address.
    if (!(await verifyPassword(password, pending.passwordHash))) throw wrong();
    return unverified();
  }
  const answer = await forward("/sign-in/email", { email, password }, request);
  if (answer.status === 401) throw wrong();
  return done(answer);
}

/** In the words the members' app knows: the password is right, the mailbox not yet proven. */
const unverified = () => {
  const message = "Please confirm your e-mail address first";
  const error = { code: "EMAIL_NOT_VERIFIED", message, requestId: useContext().requestId };
  return Response.json({ error }, { status: 403 });
};

const signOut: Endpoint = async (request, forward) => done(await forward("/sign-out", {}, request));

const requestReset: Endpoint = async (request, forward) => {
  const { email } = await jsonOf(request, z.object({ email: emailAddress }));
  return evenly(evenMs, async () => {
    await throttle("reset", email);
    return done(await forward("/request-password-reset", { email }, request));
  });
};

/** Sets a password anew by the link of a letter, whose reader is known on this device from then on. */
const resetPassword: Endpoint = async (request, forward, cookies) => {
  const body = await jsonOf(request, z.object({ token: z.string().min(1).max(100), newPassword }));
  await throttle("verify", body.token);
  const email = await addressOfReset(body.token);
  const answer = await forward("/reset-password", body, request);
  if (answer.status === 400) throw gone("This link was used already or is too old");
  const response = done(answer);
  if (email) response.headers.append("set-cookie", deviceCookie(email, cookies));
  return response;
};

/** Changes one's own password and ends one's other sessions. */
const changePassword: Endpoint = async (request, forward) => {
  const actor = useActor();
  if (actor.type !== "member" && actor.type !== "user") throw unauthenticated();
  const schema = z.object({ currentPassword: givenPassword, newPassword });
  const body = await jsonOf(request, schema);
  const takeBack = await throttle("signIn", actor.userId);
  const answer = await forward("/change-password", { ...body, revokeOtherSessions: true }, request);
  if (answer.status === 400) throw badRequest("This is not your present password", "currentPassword");
  await takeBack();
  return done(answer);
};

const endpoints: Record<string, Endpoint> = {
  "POST /sign-in/email": signIn,
  "POST /sign-out": signOut,
  "POST /request-password-reset": requestReset,
  "POST /reset-password": resetPassword,
  "POST /change-password": changePassword,
};

/** The library's cookies under an answer of ours: what it says of persons and tokens stays inside. */
function done(answer: Response): Response {
  if (answer.status === 401) throw unauthenticated();
  if (answer.status === 403) throw forbidden();
  if (!answer.ok) throw new Error(`The sign-in library answered ${answer.status}`);
  const response = Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
  for (const cookie of answer.headers.getSetCookie()) response.headers.append("set-cookie", cookie);
  return response;
}

/**
 * Everything under /api/auth: the few endpoints named above, by better-auth, throttled, in our words; all others do
 * not exist. better-auth is loaded by the first request that needs it. Throws errors of error.ts.
 */
export function createAuth(settings: AuthSettings): (request: Request) => Promise<Response> {
  const { secret, baseUrl, trustedOrigins = [], sendReset = sendResetLetter, onListing } = settings;
  if (secret.length < 32) throw new Error("The secret that signs sessions must have 32 characters at least");
  const cookies = { secret, secure: baseUrl.startsWith("https://") };
  let loading: Promise<{ auth: BetterAuth; addressHeader: string }> | undefined;
  const load = async () => {
    const { makeBetterAuth, addressHeader } = await import("./better");
    const noted = async (user: { id: string }, token: string) => {
      await noteReset(user.id, token);
      await sendReset(user, token);
    };
    const all = { secret, baseUrl, trustedOrigins, sendReset: noted, onListing };
    return { auth: makeBetterAuth(all), addressHeader };
  };
  const forward: Forward = async (path, body, request) => {
    loading ??= load();
    const { auth, addressHeader } = await loading;
    const url = new URL(`/api/auth${path}`, request.url);
    const sent = (name: string) => request.headers.get(name);
    const headers = new Headers({
      "content-type": "application/json",
      // Programs send none; a page of another site is turned away before it comes here.
      origin: sent("origin") ?? url.origin,
      "user-agent": (sent("user-agent") ?? "").slice(0, 300),
      [addressHeader]: clientNetwork(),
      ...(sent("cookie") && { cookie: sent("cookie") ?? "" }),
    });
    return auth.handler(new Request(url, { method: "POST", headers, body: JSON.stringify(body) }));
  };
  return async (request) => {
    const path = new URL(request.url).pathname.replace(/^\/api\/auth/, "");
    const name = `${request.method} ${path}`;
    const endpoint = Object.hasOwn(endpoints, name) ? endpoints[name] : undefined;
    if (!endpoint) throw notFound();
    return endpoint(request, forward, cookies);
  };
}
