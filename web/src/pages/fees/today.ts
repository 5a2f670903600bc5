import { useZone } from "../../session/zone";
import { formatTime } from "../../ui/time";

/** The local date "2026-11-21" of an instant in a zone. */
export const dateIn = (zone: string, at = new Date()): string =>
  formatTime(at.toISOString(), "date", "en", zone);

/** Today's date in the firm's zone. */
export const useToday = (): string => dateIn(useZone());

/** A month moved by months: ("2026-11", 13) → "2027-12". */
export function monthsAfter(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}

/** The instant, ISO in UTC, at which it is noon on a local date in a zone. */
export function noonOf(date: string, zone: string): string {
  const guess = Date.parse(`${date}T12:00:00Z`);
  const shown = formatTime(new Date(guess).toISOString(), "minute", "en", zone);
  const ahead = Date.parse(`${shown.replace(" ", "T")}:00Z`) - guess;
  return new Date(guess - ahead).toISOString();
}
