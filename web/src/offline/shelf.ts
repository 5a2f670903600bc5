import { database, rangeOf } from "./database";
import type { KeptFile, KeptStep } from "./step";

/** Where steps and their files wait, on this device, for one member. */
export interface Shelf {
  /** In the order in which they were made. */
  steps(): Promise<KeptStep[]>;
  put(step: KeptStep): Promise<void>;
  /** With the files it brings along. */
  remove(step: KeptStep): Promise<void>;
  putFile(file: KeptFile): Promise<void>;
  file(id: string): Promise<KeptFile | undefined>;
  /** Runs while no other page of this browser sends what waits here. */
  alone(body: () => Promise<void>): Promise<void>;
  /** Throws away files that are older than this and belong to no step: of forms that were given up. */
  tidy(before: number): Promise<void>;
}

/** What is kept for a member on this device. Nobody else's can be reached by it. */
export const shelfOf = (owner: string): Shelf => ({
  async steps() {
    const kept = await (await database()).getAll("steps", rangeOf(owner));
    return kept
      .sort((a, b) => a.seq - b.seq || (a.key < b.key ? -1 : 1))
      .map(({ owner: _, ...step }) => step);
  },
  async put(step) {
    await (await database()).put("steps", { ...step, owner });
  },
  async remove({ key, files }) {
    const kept = files.flatMap((file) => file.kept ?? []);
    const work = (await database()).transaction(["steps", "files"], "readwrite");
    await work.objectStore("steps").delete([owner, key]);
    for (const id of kept) await work.objectStore("files").delete([owner, id]);
    await work.done;
  },
  async putFile(file) {
    await (await database()).put("files", { ...file, owner });
  },
  async file(id) {
    return (await database()).get("files", [owner, id]);
  },
  // Only where the page came over a secure connection; elsewhere the keys of the steps see to it that none is taken twice.
  async alone(body) {
    if (!("locks" in navigator)) return body();
    await navigator.locks.request(`frontdesk.steps.${owner}`, body);
  },
  async tidy(before) {
    const db = await database();
    const steps = await db.getAll("steps", rangeOf(owner));
    const wanted = new Set(steps.flatMap(({ files }) => files.flatMap(({ kept }) => kept ?? [])));
    for (const { id, at } of await db.getAll("files", rangeOf(owner)))
      if (at < before && !wanted.has(id)) await db.delete("files", [owner, id]);
  },
});
