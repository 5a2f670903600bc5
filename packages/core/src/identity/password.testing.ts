import { randomBytes, scryptSync } from "node:crypto";

/** A password's hash as an earlier, weaker strength would have left it: for tests of what follows many sign-ins. */
export function weakHashOf(password: string): string {
  const salt = randomBytes(16);
  const key = scryptSync(password, salt, 32, { N: 2 ** 10, r: 8, p: 1 });
  return `scrypt$10$8$1$${salt.toString("base64url")}$${key.toString("base64url")}`;
}
