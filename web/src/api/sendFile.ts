import { call, handOver, uploadTo } from "./client";
import { sendSmall } from "./sendSmall";
import type { SendOptions } from "./transport";
import type { UploadProgress } from "./upload";

/**
 * Sends a photo, video or recording of a project's tickets; resolves with its id. The latter go to where files lie by
 * themselves, and are looked at there. Rejects as `call` does.
 */
export async function sendFile(
  projectId: string,
  file: Blob,
  progress: UploadProgress = {},
  options: Pick<SendOptions, "idempotencyKey" | "actingMember"> = {},
): Promise<string> {
  if (file.type.startsWith("image/")) {
    const name = "POST /projects/{projectId}/photos";
    const { attachmentId } = await uploadTo(name, { projectId }, file, progress, options);
    void sendSmall(attachmentId, file, { actingMember: options.actingMember });
    return attachmentId;
  }
  const upload = await handOver(file, progress);
  const sent = { signal: progress.signal, ...options };
  return (await call("POST /projects/{projectId}/attachments", { projectId, upload }, sent)).attachmentId;
}
