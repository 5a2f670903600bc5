import { useText } from "../../i18n/useText";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import type { House } from "./people";

const tones: Record<House["occupancy"], Tone> = { occupied: "good", vacant: "neutral", unsold: "warn" };

/** Whether a house is lived in, vacant, or still the developer's. */
export function Occupancy({ occupancy }: { occupancy: House["occupancy"] }) {
  const text = useText();
  return <StatusTag tone={tones[occupancy]}>{text(`houses:occupancy.${occupancy}`)}</StatusTag>;
}
