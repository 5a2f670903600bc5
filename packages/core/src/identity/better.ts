import { betterAuth } from "better-auth/minimal";
import { newId } from "../id";
import { tableAdapter } from "./adapter/index";
import { cookiePrefix } from "./cookie";
import { hashPassword, passwordLength, verifyPassword } from "./password";
import { sessionSeconds } from "./session";
import { startSession } from "./session-start";

/** Where the client's address stands in requests handed to the sign-in library; taken from nowhere else. */
export const addressHeader = "x-frontdesk-client";

export type BetterSettings = {
  secret: string;
  baseUrl: string;
  trustedOrigins: readonly string[];
  sendReset: (user: { id: string }, token: string) => Promise<void>;
  /** Told when the adapter had to list a model; see `tableAdapter`. */
  onListing?: (model: string) => void;
};

const idKinds = new Map([
  ["user", "user"],
  ["session", "session"],
  ["account", "account"],
  ["verification", "verification"],
] as const);
type Kind = "user" | "session" | "account" | "verification";
const kindOf = (model: string): Kind => idKinds.get(model as Kind) ?? "verification";

/** The sign-in library, set up as we use it. Loaded only by those who need it: it takes long to. */
export const makeBetterAuth = ({ secret, baseUrl, trustedOrigins, sendReset, onListing }: BetterSettings) =>
  betterAuth({
    secret,
    baseURL: baseUrl,
    basePath: "/api/auth",
    // A firm may be reached by several names: a page of the very host that is asked is always its own.
    trustedOrigins: (request) => [...trustedOrigins, ...(request ? [new URL(request.url).origin] : [])],
    database: tableAdapter({ beside: startSession, onListing }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(password, hash),
      },
      resetPasswordTokenExpiresIn: 3_600,
      revokeSessionsOnPasswordReset: true,
      sendResetPassword: ({ user, token }) => sendReset(user, token),
    },
    session: { expiresIn: sessionSeconds, updateAge: 86_400, cookieCache: { enabled: false } },
    verification: { storeIdentifier: "hashed", disableCleanup: true },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { level: "error" },
    advanced: {
      cookiePrefix,
      useSecureCookies: baseUrl.startsWith("https://"),
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax" },
      ipAddress: { ipAddressHeaders: [addressHeader] },
      database: { generateId: ({ model }) => newId(kindOf(model)) },
    },
  });

export type BetterAuth = ReturnType<typeof makeBetterAuth>;
