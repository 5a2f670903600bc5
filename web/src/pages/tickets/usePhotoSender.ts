import { useCallback, useState } from "react";
import { uploadTo } from "../../api/client";
import type { UploadProgress } from "../../api/upload";

/** Sends photos of a project's tickets, and knows while some are still under way. */
export function usePhotoSender(projectId: string) {
  const [underWay, setUnderWay] = useState(0);
  const send = useCallback(
    async (photo: Blob, progress: UploadProgress) => {
      setUnderWay((count) => count + 1);
      try {
        const sent = await uploadTo("POST /projects/{projectId}/photos", { projectId }, photo, progress);
        return sent.attachmentId;
      } finally {
        setUnderWay((count) => count - 1);
      }
    },
    [projectId],
  );
  return { send, sending: underWay > 0 };
}
