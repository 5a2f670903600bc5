import { useText } from "../../i18n/useText";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import type { TicketRow } from "./clock";

type State = TicketRow["state"];

const tones: Record<State, Tone> = {
  registered: "warn",
  assigned: "active",
  accepted: "active",
  started: "active",
  completed: "warn",
  closed: "good",
  void: "neutral",
};

/** A ticket's state in words. */
export function TicketState({ state }: { state: State }) {
  const text = useText();
  return <StatusTag tone={tones[state]}>{text(`tickets:state.${state}`)}</StatusTag>;
}
