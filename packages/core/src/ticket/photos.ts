import { Attachment } from "../attachment/attachment.entity";
import { notFound } from "../error";

/** Throws `not_found` unless all these files are there, in this project. */
export async function needPhotos(projectId: string, attachmentIds: readonly string[]) {
  if (attachmentIds.length === 0) return;
  const wanted = new Set(attachmentIds);
  const found = await Attachment.batch([...wanted].map((attachmentId) => ({ attachmentId })));
  if (found.filter((photo) => photo.projectId === projectId && !photo.removed).length < wanted.size)
    throw notFound();
}
