import { needSetting, setting } from "../environment/settings";
import { bucketStorage } from "./bucket";
import { type DiskStorage, diskStorage } from "./disk";

/** A form by which somebody may put one file in its place by themselves, for a short time. */
export type PostForm = { url: string; fields: Record<string, string> };

export type Part = { bytes: Uint8Array; size: number };
/** What a file is handed out as; `saved` under its name rather than shown. */
export type Shown = { contentType: string; fileName: string; saved?: boolean };
export const linkSeconds = 300;

/** Where files lie. Keys are made by the server: a tenant's id, a slash and the file's id. */
export type Storage = {
  put: (key: string, bytes: Uint8Array) => Promise<void>;
  /** The bytes, or undefined when there is no such file. */
  get: (key: string) => Promise<Uint8Array | undefined>;
  /** So many bytes from a place on, fewer where the file ends, and how many it has; undefined when there is none. */
  part: (key: string, from: number, length: number) => Promise<Part | undefined>;
  copy: (from: string, to: string) => Promise<void>;
  remove: (key: string) => Promise<void>;
  /** An address under which a browser gets the file for five minutes, in parts if it likes. */
  link: (key: string, shown: Shown) => Promise<string>;
  /** A form that takes a file of 1 to `maxBytes` bytes under this key, and no other. */
  postForm: (key: string, maxBytes: number) => Promise<PostForm>;
};

let chosen: { place: string; storage: Storage } | undefined;
let disk: DiskStorage | undefined;

/** The storage this process works with: the bucket `FRONTDESK_BUCKET`, or else the folder `FRONTDESK_FILES`. */
export function storage(): Storage {
  const bucket = setting("FRONTDESK_BUCKET");
  const place = bucket ?? needSetting("FRONTDESK_FILES");
  if (chosen?.place !== place) chosen = { place, storage: bucket ? bucketStorage(bucket) : openDisk(place) };
  return chosen.storage;
}

function openDisk(folder: string): DiskStorage {
  disk = diskStorage(folder);
  return disk;
}

/** The folder's own end of `postForm`, on one machine; undefined in the cloud, where the bucket is that end. */
export const diskInUse = (): DiskStorage | undefined => {
  storage();
  return disk;
};
