import { DateTime } from "luxon";
import type { stages } from "../figure/sheet";

export type OwnerStage = (typeof stages)[number];

/** From this many days on, reminders come 7 and 3 days before the last; below, at a third and two thirds. */
const longCampaignDays = 14;
const reminderDays = [7, 3] as const;
const reminderHour = 10;

/**
 * When the two reminders leave (ISO instants, UTC): at ten in the morning 7 and 3 days before `closesOn`; in a
 * campaign of less than two weeks after one and two thirds of it.
 */
export function reminderTimes(
  { opensAt, closesAt, closesOn }: { opensAt: string; closesAt: string; closesOn: string },
  zone: string,
): readonly [string, string] {
  const span = Date.parse(closesAt) - Date.parse(opensAt);
  if (span < longCampaignDays * 86_400_000) {
    const part = (thirds: number) =>
      new Date(Date.parse(opensAt) + Math.round((span * thirds) / 3)).toISOString();
    return [part(1), part(2)];
  }
  const before = (days: number) =>
    DateTime.fromISO(closesOn, { zone }).minus({ days }).set({ hour: reminderHour }).toUTC().toISO() ??
    closesAt;
  return [before(reminderDays[0]), before(reminderDays[1])];
}

/**
 * How long a house has been handed over on the local date `on` (figures.md: ≤ 1 year, 1–3, > 3): "unknown" without
 * a handover date; the anniversary itself still belongs to the younger stage.
 */
export function ownerStage(handoverDate: string | undefined, on: string): OwnerStage {
  if (!handoverDate) return "unknown";
  const anniversary = (years: number) => DateTime.fromISO(handoverDate).plus({ years }).toISODate() ?? "";
  if (on <= anniversary(1)) return "upTo1";
  return on <= anniversary(3) ? "1to3" : "over3";
}
