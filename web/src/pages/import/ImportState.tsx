import { useText } from "../../i18n/useText";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import type { ImportView } from "./useImport";

const tones: Record<ImportView["state"], Tone> = {
  preview: "warn",
  running: "active",
  done: "good",
  failed: "bad",
  discarded: "neutral",
};

/** How an import stands. */
export function ImportState({ state }: { state: ImportView["state"] }) {
  const text = useText();
  return <StatusTag tone={tones[state]}>{text(`import:state.${state}`)}</StatusTag>;
}
