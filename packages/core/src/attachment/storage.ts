import { mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";

/** Where files lie. Keys are made by the server: a tenant's id, a slash and the file's id. */
export type Storage = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** The bytes, or undefined when there is no such file. */
  get: (key: string) => Promise<Uint8Array | undefined>;
  remove: (key: string) => Promise<void>;
};

/** Files in a folder, each written aside, flushed and then put in its place, so that none is ever half there. */
export function diskStorage(folder: string): Storage {
  const pathOf = (key: string) => {
    if (!/^[\w-]+(\/[\w-]+)+$/.test(key)) throw new Error(`Not a storage key: ${key}`);
    return join(folder, ...key.split("/"));
  };
  return {
    put: async (key, bytes) => {
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
    },
    get: (key) =>
      readFile(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === "ENOENT") return undefined;
        throw error;
      }),
    remove: (key) => rm(pathOf(key), { force: true }),
  };
}

let chosen: { folder: string; storage: Storage } | undefined;

/** The storage this process works with: the folder `FRONTDESK_FILES`. */
export function storage(): Storage {
  const folder = process.env.FRONTDESK_FILES;
  if (!folder) throw new Error("Set FRONTDESK_FILES to the folder files are kept in");
  if (chosen?.folder !== folder) chosen = { folder, storage: diskStorage(folder) };
  return chosen.storage;
}
