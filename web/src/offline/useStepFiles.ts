import { useCallback } from "react";
import { newIdempotencyKey } from "../api/intention";
import type { UploadProgress } from "../api/upload";
import { usePhotoSender } from "../pages/tickets/usePhotoSender";
import { useQueue } from "./QueueProvider";
import { isUnreached } from "./queue";
import type { StepFile } from "./step";

const keptId = /^kept_/;

/** The files of a form's step, by the ids they have: from the service, or on this device. */
export const filesOf = (ids: readonly string[]): StepFile[] =>
  ids.map((id) => (keptId.test(id) ? { kept: id } : { sent: id }));

/** Sends the files of a step; where `keeps`, one that does not get through stays on this device, and goes with the step. */
export function useStepFiles(projectId: string, keeps: boolean) {
  const { send, sending } = usePhotoSender(projectId);
  const { shelf } = useQueue();
  const sendOrKeep = useCallback(
    async (blob: Blob, progress: UploadProgress) => {
      const keep = async () => {
        const id = `kept_${newIdempotencyKey()}`;
        await shelf.putFile({ id, blob, at: Date.now() });
        return id;
      };
      if (keeps && !navigator.onLine) return keep();
      try {
        return await send(blob, progress);
      } catch (error) {
        if (keeps && isUnreached(error)) return keep();
        throw error;
      }
    },
    [keeps, send, shelf],
  );
  return { send: sendOrKeep, sending };
}
