import { useText } from "../../i18n/useText";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import type { HandoverDetail } from "./roster";

type State = HandoverDetail["state"];

const tones: Record<State, Tone> = { given: "warn", taking: "active", taken: "good", withdrawn: "neutral" };

/** How it stands with a handover. */
export function HandoverState({ state }: { state: State }) {
  const text = useText();
  return <StatusTag tone={tones[state]}>{text(`rosters:state.${state}`)}</StatusTag>;
}
