/** "date" 2026-11-21, "minute" 2026-11-21 14:05, "long" with the weekday in words. */
export type TimeForm = "date" | "minute" | "long";

const formats = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: string, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${zone}|${JSON.stringify(options)}`;
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  formats.set(key, kept);
  return kept;
}

/** An instant as its zone's wall time. Throws a RangeError for what is not an instant. */
export function formatTime(iso: string, form: TimeForm, locale: string, zone: string): string {
  const instant = new Date(iso);
  if (form === "long") {
    return formatter(locale === "en" ? "en-GB" : locale, zone, {
      weekday: "long",
      day: "numeric",
      month: "long",
    }).format(instant);
  }
  const day = { year: "numeric", month: "2-digit", day: "2-digit" } as const;
  const time = form === "minute" ? ({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const) : {};
  const parts = new Map(
    formatter("en-GB", zone, { ...day, ...time })
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts.get("year")}-${parts.get("month")}-${parts.get("day")}`;
  return form === "date" ? date : `${date} ${parts.get("hour")}:${parts.get("minute")}`;
}

const steps = [
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** How long ago or ahead an instant is, in the largest fitting unit: "5 minutes ago", "in 2 days". */
export function formatRelative(iso: string, nowMs: number, locale: string): string {
  const seconds = Math.round((Date.parse(iso) - nowMs) / 1000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return words.format(Math.trunc(seconds / size), unit);
  }
  return words.format(0, "second");
}

/** The hour 0–23 of an instant on the clocks of a zone. */
export const hourOf = (instant: Date, zone: string): number =>
  Number(formatter("en-GB", zone, { hour: "2-digit", hourCycle: "h23" }).format(instant));
