import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import * as z from "zod";
import { tooMany } from "../error";

/** Long rather than odd: no rules of composition (NIST SP 800-63B, 3.1.1). */
export const passwordLength = { min: 10, max: 128 } as const;
export const newPassword = z.string().min(passwordLength.min).max(passwordLength.max);
/** A password to be compared: its shortness is no reason to answer sooner. */
export const givenPassword = z.string().max(passwordLength.max);

/**
 * scrypt at the strength OWASP's password storage sheet asks for, in its variant with 32 MiB: N = 2^15, r = 8, p = 3.
 * Small enough that a few at once fit the memory of a function.
 */
const cost = { log2N: 15, r: 8, p: 3 };
const keyLength = 32;
/** How many are computed at once, and how many may wait; a flood beyond is turned away instead of taking all memory. */
const atOnce = 2;
const mayWait = 100;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(body: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= mayWait)
      throw tooMany("Too many people are signing in at this moment, please try again");
    await new Promise<void>((go) => waiting.push(go));
  } else running++;
  try {
    return await body();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

const derive = (password: string, salt: Buffer, { log2N, r, p }: typeof cost): Promise<Buffer> =>
  inTurn(
    () =>
      new Promise((resolve, reject) => {
        const options = { N: 2 ** log2N, r, p, maxmem: 256 * 2 ** log2N * r };
        scrypt(password.normalize("NFKC"), salt, keyLength, options, (error, key) =>
          error ? reject(error) : resolve(key),
        );
      }),
  );

/** Hashes a password: `scrypt$15$8$3$salt$key`, both in base64url. Throws `too_many` when too many are waiting. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ["scrypt", cost.log2N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join(
    "$",
  );
}

const stored = /^scrypt\$(1[0-7])\$(8|16)\$([1-9]|10)\$([\w-]{22})\$([\w-]{43})$/;
const nobody = `scrypt$15$8$3$${"A".repeat(22)}$${"A".repeat(43)}`;

/**
 * Whether a password is the hashed one. Without a hash it is not, and takes as long to find out: nobody shall learn
 * from the time whether there is one.
 */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [, log2N, r, p, salt = "", key = ""] = stored.exec(hash ?? nobody) ?? stored.exec(nobody) ?? [];
  const params = { log2N: Number(log2N), r: Number(r), p: Number(p) };
  const derived = await derive(password, Buffer.from(salt, "base64url"), params);
  return timingSafeEqual(derived, Buffer.from(key, "base64url")) && hash !== undefined;
}
