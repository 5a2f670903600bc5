import { formatTime } from "./time";

/** An instant as the zone's wall clock shows it, the way date fields write it: "2026-11-21T14:05". */
export const wallTimeOf = (iso: string, zone: string): string =>
  formatTime(iso, "minute", "en", zone).replace(" ", "T");

/** The instant at which the zone's wall clock shows `wall`; undefined for what is no time. */
export function instantOf(wall: string, zone: string): string | undefined {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  let guess = asUtc;
  // Twice, for the offset at the first guess may be that of the other side of a change of clocks.
  for (let round = 0; round < 2; round++) {
    guess += asUtc - Date.parse(`${wallTimeOf(new Date(guess).toISOString(), zone)}Z`);
  }
  return new Date(guess).toISOString();
}
