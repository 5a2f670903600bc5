import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { nowMs } from "../clock";
import { DomainError, forbidden } from "../error";
import type { Storage } from "./storage";

/** Where the one-machine run takes the forms of `postForm`, as a bucket would. */
export const postPath = "/files";
const formMs = 15 * 60_000;

export type DiskStorage = Storage & {
  /** Takes a form that was filled in. Throws `forbidden` unless we gave it out, `too_large` for more bytes. */
  take: (fields: Record<string, string>, bytes: Uint8Array) => Promise<void>;
};

/** Files in a folder, each written aside, flushed and then put in its place, so that none is ever half there. */
export function diskStorage(folder: string): DiskStorage {
  const secret = randomBytes(32);
  const signed = (fields: Record<string, string>) =>
    createHmac("sha256", secret)
      .update(JSON.stringify([fields.key, fields.expires, fields.most]))
      .digest();
  const pathOf = (key: string) => {
    if (!/^[\w-]+(\/[\w-]+)+$/.test(key)) throw new Error(`Not a storage key: ${key}`);
    return join(folder, ...key.split("/"));
  };
  const put = async (key: string, bytes: Uint8Array) => {
    const path = pathOf(key);
    await mkdir(dirname(path), { recursive: true });
    const file = await open(`${path}.part`, "w", 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${path}.part`, path);
  };
  return {
    put,
    get: (key) =>
      readFile(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      }),
    remove: (key) => rm(pathOf(key), { force: true }),
    postForm: async (key, maxBytes) => {
      const fields = { key, expires: String(nowMs() + formMs), most: String(maxBytes) };
      return { url: postPath, fields: { ...fields, signature: signed(fields).toString("base64url") } };
    },
    take: async (fields, bytes) => {
      const given = Buffer.from(fields.signature ?? "", "base64url");
      const expected = signed(fields);
      const ours = given.length === expected.length && timingSafeEqual(given, expected);
      if (!ours || Number(fields.expires) < nowMs()) throw forbidden();
      if (bytes.length < 1 || bytes.length > Number(fields.most))
        throw new DomainError(
          "too_large",
          `At most ${Math.floor(Number(fields.most) / 1024)} KB are taken here`,
        );
      await put(fields.key ?? "", bytes);
    },
  };
}
