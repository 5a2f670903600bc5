import { smallOf } from "../ui/shrinkPhoto";
import { uploadTo } from "./client";
import type { SendOptions } from "./transport";

/** Sends the small picture of a photo after it, for lists. Where that does not go, they show the photo itself. */
export async function sendSmall(
  attachmentId: string,
  photo: Blob,
  options: Pick<SendOptions, "actingMember">,
): Promise<void> {
  try {
    const small = await smallOf(photo);
    if (small) await uploadTo("POST /photos/{attachmentId}/small", { attachmentId }, small, {}, options);
  } catch {
    // Nobody waits for it, and nothing of the ticket depends on it.
  }
}
