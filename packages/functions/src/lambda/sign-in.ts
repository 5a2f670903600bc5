import { identity } from "../api/identity";
import { cloudHandler } from "./app";

/** Signing in and out, and passwords: the library for it is large, and slow to start. */
export const handler = await cloudHandler((secret) => ({ auth: identity(secret).auth }));
