import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { copyFile, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { nowMs } from "../clock";
import { DomainError, forbidden } from "../error";
import { linkSeconds, type Shown, type Storage } from "./storage";

/** Where the one-machine run takes the forms of `postForm` and shows what `link` names, as a bucket would. */
export const postPath = "/files";
const formMs = 15 * 60_000;

export type DiskStorage = Storage & {
  /** Takes a form that was filled in. Throws `forbidden` unless we gave it out, `too_large` for more bytes. */
  take: (fields: Record<string, string>, bytes: Uint8Array) => Promise<void>;
  /** What a link names, and as what it is shown. Throws `forbidden` unless we gave it out. */
  shown: (fields: Record<string, string>) => Shown & { key: string };
};

const absent = (error: NodeJS.ErrnoException) => {
  if (error.code === "ENOENT") return undefined;
  throw error;
};

/** Files in a folder, each written aside, flushed and then put in its place, so that none is ever half there. */
export function diskStorage(folder: string): DiskStorage {
  const secret = randomBytes(32);
  const signed = (fields: Record<string, string>) =>
    createHmac("sha256", secret)
      .update(
        JSON.stringify([fields.key, fields.expires, fields.most, fields.type, fields.name, fields.saved]),
      )
      .digest();
  const needOurs = (fields: Record<string, string>) => {
    const given = Buffer.from(fields.signature ?? "", "base64url");
    const expected = signed(fields);
    const ours = given.length === expected.length && timingSafeEqual(given, expected);
    if (!ours || Number(fields.expires) < nowMs()) throw forbidden();
  };
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
    get: (key) => readFile(pathOf(key)).catch(absent),
    part: async (key, from, length) => {
      const file = await open(pathOf(key)).catch(absent);
      if (!file) return undefined;
      try {
        const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, from);
        return { bytes: buffer.subarray(0, bytesRead), size: (await file.stat()).size };
      } finally {
        await file.close();
      }
    },
    copy: async (from, to) => {
      await mkdir(dirname(pathOf(to)), { recursive: true });
      await copyFile(pathOf(from), pathOf(to));
    },
    link: async (key, { contentType, fileName, saved }) => {
      const fields = {
        key,
        expires: String(nowMs() + linkSeconds * 1_000),
        type: contentType,
        name: fileName,
        ...(saved && { saved: "yes" }),
      };
      const signature = signed(fields).toString("base64url");
      return `${postPath}?${new URLSearchParams({ ...fields, signature })}`;
    },
    shown: (fields) => {
      needOurs(fields);
      // A form has none of these; what it may take is no right to be shown it.
      if (!fields.type) throw forbidden();
      const [contentType, fileName] = [fields.type, fields.name ?? ""];
      return { key: fields.key ?? "", contentType, fileName, saved: fields.saved === "yes" };
    },
    remove: (key) => rm(pathOf(key), { force: true }),
    postForm: async (key, maxBytes) => {
      const fields = { key, expires: String(nowMs() + formMs), most: String(maxBytes) };
      return { url: postPath, fields: { ...fields, signature: signed(fields).toString("base64url") } };
    },
    take: async (fields, bytes) => {
      needOurs(fields);
      if (bytes.length < 1 || bytes.length > Number(fields.most))
        throw new DomainError(
          "too_large",
          `At most ${Math.floor(Number(fields.most) / 1024)} KB are taken here`,
        );
      await put(fields.key ?? "", bytes);
    },
  };
}
