import { send } from "./transport";

// The sign-in library's own endpoints, which are not in the API's list of routes.

/** Signs in; rejects with ApiError: 401 for a wrong pair, 403 `EMAIL_NOT_VERIFIED`, 429 when tried too often. */
export const signIn = (input: { email: string; password: string }) =>
  send("POST", "/api/auth/sign-in/email", { ...input, rememberMe: true });

/** Ends this session on the server. */
export const signOut = () => send("POST", "/api/auth/sign-out", {});

/** Asks for a reset link; answers alike whether or not the address is known. */
export const requestPasswordReset = (email: string) =>
  send("POST", "/api/auth/request-password-reset", { email, redirectTo: "/reset-password" });

/** Sets a new password with the token of a reset link; rejects with 400 when it is used up or too old. */
export const resetPassword = (input: { token: string; newPassword: string }) =>
  send("POST", "/api/auth/reset-password", input);
