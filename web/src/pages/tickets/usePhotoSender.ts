import { useCallback, useState } from "react";
import { sendFile } from "../../api/sendFile";
import type { UploadProgress } from "../../api/upload";

/** Sends photos, videos and recordings of a project's tickets, and knows while some are still under way. */
export function usePhotoSender(projectId: string) {
  const [underWay, setUnderWay] = useState(0);
  const send = useCallback(
    async (photo: Blob, progress: UploadProgress) => {
      setUnderWay((count) => count + 1);
      try {
        return await sendFile(projectId, photo, progress);
      } finally {
        setUnderWay((count) => count - 1);
      }
    },
    [projectId],
  );
  return { send, sending: underWay > 0 };
}
