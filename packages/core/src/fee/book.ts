import { needProject } from "../project/reach";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { FeeBook } from "./book.entity";

type Stored = ItemOf<typeof FeeBook>;
/** A project's book, or what it will be once something is written in it. */
export type Book = Omit<Stored, "tenantId" | "rev"> & Partial<Pick<Stored, "tenantId" | "rev">>;

/** The project's book. Throws `not_found` for a project the actor does not reach. */
export async function bookOf(projectId: string): Promise<Book> {
  await needProject(projectId);
  const book = await FeeBook.get({ projectId });
  return book ?? FeeBook.definition.schema.parse({ projectId });
}

/**
 * Writes in the book as it was read: whoever wrote in it since makes this a race. A verb that judges by standards or
 * runs reads the book before them.
 */
export function writeBook(work: Work, book: Book, changes: Partial<Book>): Book {
  const { tenantId, rev } = book;
  if (tenantId === undefined || rev === undefined)
    return work.create(FeeBook, { ...book, ...changes }, "race");
  return work.patch(FeeBook, { ...book, tenantId, rev }, changes);
}
