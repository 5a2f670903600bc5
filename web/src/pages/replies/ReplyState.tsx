import { useText } from "../../i18n/useText";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import type { ReplyDetail } from "./reply";

const tones: Record<ReplyDetail["state"], Tone> = {
  draft: "neutral",
  reviewing: "active",
  reviewed: "warn",
  approved: "active",
  sent: "active",
  archived: "good",
  withdrawn: "neutral",
};

/** Where a letter stands. */
export function ReplyState({ state }: { state: ReplyDetail["state"] }) {
  const text = useText();
  return <StatusTag tone={tones[state]}>{text(`replies:state.${state}`)}</StatusTag>;
}
