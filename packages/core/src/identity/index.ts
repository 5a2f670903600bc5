import { type AuthSettings, createAuth } from "./auth";
import { type Sender, senderBySession } from "./session";

export type Identity = {
  /** Who sends a request, by its session cookie; `setCookie` is called with a cookie to send back, seldom. */
  senderOf: (request: Request, setCookie?: (cookie: string) => void) => Sender;
  /** Everything under /api/auth. */
  auth: (request: Request) => Promise<Response>;
};

/** Sign-in and sessions for one place that serves the API. */
export function createIdentity(settings: AuthSettings): Identity {
  const cookies = { secret: settings.secret, secure: settings.baseUrl.startsWith("https://") };
  return {
    senderOf: (request, setCookie) => senderBySession(request, cookies, setCookie),
    auth: createAuth(settings),
  };
}
