import { useText } from "../../i18n/useText";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import type { WorkOrder } from "./actions";

const tones: Record<WorkOrder["state"], Tone> = {
  waiting: "active",
  accepted: "active",
  arrived: "active",
  started: "active",
  paused: "warn",
  refused: "bad",
  done: "good",
  withdrawn: "neutral",
};

/** A work order's state in words. */
export function OrderState({ state }: { state: WorkOrder["state"] }) {
  const text = useText();
  return <StatusTag tone={tones[state]}>{text(`tickets:order.state.${state}`)}</StatusTag>;
}
