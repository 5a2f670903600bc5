import { confirmSignUp, openSignUp, resendSignUp, signUp } from "@frontdesk/core/identity/sign-up";
import { json, routes } from "./route";

/** Signing up; signing in and out, and passwords, are under /api/auth (core/identity/auth.ts). */
export const authRoutes = routes({
  "POST /sign-up": json(signUp, 202),
  "POST /sign-up/resend": json(resendSignUp, 202),
  // Reading, but by POST: a token in a path stays in logs.
  "POST /sign-up/open": json(openSignUp),
  "POST /sign-up/confirm": json(confirmSignUp),
});
