import { useCallback, useState } from "react";
import { call, handOver, uploadTo } from "../../api/client";
import type { UploadProgress } from "../../api/upload";

/** Videos and recordings go to where files lie by themselves, and are looked at there. */
async function sendMedia(projectId: string, file: Blob, progress: UploadProgress) {
  const upload = await handOver(file, progress);
  return call("POST /projects/{projectId}/attachments", { projectId, upload }, { signal: progress.signal });
}

/** Sends photos, videos and recordings of a project's tickets, and knows while some are still under way. */
export function usePhotoSender(projectId: string) {
  const [underWay, setUnderWay] = useState(0);
  const send = useCallback(
    async (photo: Blob, progress: UploadProgress) => {
      setUnderWay((count) => count + 1);
      try {
        const sent = photo.type.startsWith("image/")
          ? await uploadTo("POST /projects/{projectId}/photos", { projectId }, photo, progress)
          : await sendMedia(projectId, photo, progress);
        return sent.attachmentId;
      } finally {
        setUnderWay((count) => count - 1);
      }
    },
    [projectId],
  );
  return { send, sending: underWay > 0 };
}
