import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { KeptFile, KeptStep } from "./step";

/** What is kept on this device; each record but the last belongs to a member, whose id its key begins with. */
interface Kept extends DBSchema {
  steps: { key: [owner: string, key: string]; value: KeptStep & { owner: string } };
  files: { key: [owner: string, id: string]; value: KeptFile & { owner: string } };
  answers: { key: [owner: string, name: string]; value: KeptAnswer };
  /** Who was signed in last, as the server said. */
  session: { key: string; value: { said: unknown; at: number } };
}
export type KeptAnswer = { owner: string; name: string; said: unknown; at: number };

let opened: Promise<IDBPDatabase<Kept>> | undefined;

/** The database on this device. Rejects where the browser keeps nothing, as in some private windows. */
export function database(): Promise<IDBPDatabase<Kept>> {
  opened ??= openDB<Kept>("frontdesk", 1, {
    upgrade(made) {
      made.createObjectStore("steps", { keyPath: ["owner", "key"] });
      made.createObjectStore("files", { keyPath: ["owner", "id"] });
      made.createObjectStore("answers", { keyPath: ["owner", "name"] });
      made.createObjectStore("session");
    },
    // A newer version of the page wants to change it.
    blocking: (_version, _blocked, event) => (event.target as IDBDatabase).close(),
    terminated: () => {
      opened = undefined;
    },
  });
  opened.catch(() => {
    opened = undefined;
  });
  return opened;
}

/** All that one member keeps in a store: no other range is ever asked for. */
export const rangeOf = (owner: string) => IDBKeyRange.bound([owner], [owner, []]);
