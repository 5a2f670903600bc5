import { storage } from "../attachment/storage";
import type { ItemOf } from "../table/entity";
import { Work } from "../table/work";
import { Import, ImportRun } from "./import.entity";
import { ImportPreview } from "./preview.entity";
import { importAfter } from "./states";

type ImportItem = ItemOf<typeof Import>;
type Named = Pick<ImportItem, "tenantId" | "importId">;

/** Where an import's file lies. */
export const fileKey = ({ tenantId, importId }: Named) => `${tenantId}/${importId}`;

/** The file as it was sent; undefined once it has been removed. */
export const contents = (item: Named) => storage().get(fileKey(item));

/**
 * Removes a file whose time is over. Of an import that came to something the result is kept; one that was only looked
 * at, or thrown away, goes altogether.
 */
export async function forget(found: ImportItem, run: ItemOf<typeof ImportRun>) {
  const { tenantId, importId } = found;
  const item = found.state === "preview" ? await discard(found) : found;
  await storage().remove(fileKey(item));
  const work = new Work(tenantId);
  const preview = await ImportPreview.get({ importId });
  if (preview) work.remove(ImportPreview, preview);
  if (item.state === "discarded") {
    work.remove(Import, item);
    work.remove(ImportRun, run);
  } else {
    work.patch(Import, item, { fileGone: true });
    work.patch(ImportRun, run, { dueAt: undefined });
  }
  await work.commit();
}

/** From here on nobody can start it any more. */
async function discard(item: ImportItem) {
  const work = new Work(item.tenantId);
  const discarded = work.patch(Import, item, { state: importAfter(item.state, "discard") });
  await work.commit();
  return discarded;
}
