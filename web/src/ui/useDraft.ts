import { useState } from "react";
import { useSession } from "../session/SessionContext";
import { keepDraft, readDraft } from "./draft";

const device = () => localStorage;

/** What the signed-in member wrote on this device and has not sent, by what it is about. */
export function useDraft<T>(about: string) {
  const { tenant, member } = useSession();
  const name = `frontdesk.draft.${tenant.id}.${member.id}.${about}`;
  const [draft] = useState(() => readDraft<T>(device, name));
  return {
    draft,
    keep: (fields: T) => keepDraft(device, name, fields),
    drop: () => keepDraft(device, name, undefined),
  };
}
