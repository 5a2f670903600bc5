import type { CampaignState as State } from "@frontdesk/core/survey/campaign.states";
import { useText } from "../../i18n/useText";
import { StatusTag, type Tone } from "../../ui/StatusTag";

const tones: Record<State, Tone> = { draft: "neutral", opening: "active", open: "good", closed: "neutral" };

/** How far a survey is. */
export function CampaignState({ state }: { state: State }) {
  const text = useText();
  return <StatusTag tone={tones[state]}>{text(`surveys:state.${state}`)}</StatusTag>;
}
