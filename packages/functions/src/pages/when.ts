import { dateOf, daysAfter, wallClock } from "@frontdesk/core/clock";
import type { Locale } from "@frontdesk/core/tenant/tenant.entity";

/** What an instant is told by: whose words, whose clocks, and what day it is. */
export type Calendar = { locale: Locale; zone: string; now: string };

const days: Record<Locale, readonly [yesterday: string, today: string, tomorrow: string]> = {
  "zh-CN": ["昨天", "今天", "明天"],
  en: ["yesterday", "today", "tomorrow"],
};

/** "今天18点", "tomorrow 09:30", "12月3日18:15": as people say when something is. */
export function when(iso: string, { locale, zone, now }: Calendar): string {
  const [date, today] = [dateOf(iso, zone), dateOf(now, zone)];
  const near = [-1, 0, 1].findIndex((away) => daysAfter(today, away) === date);
  const day = days[locale][near] ?? dayOf(iso, date.slice(0, 4) !== today.slice(0, 4), { locale, zone });
  const [hour = "", minute] = wallClock(iso, zone).slice(11, 16).split(":");
  if (locale === "en") return `${day} ${hour}:${minute}`;
  return `${day}${minute === "00" ? `${Number(hour)}点` : `${hour}:${minute}`}`;
}

const dayOf = (iso: string, withYear: boolean, { locale, zone: timeZone }: Omit<Calendar, "now">) =>
  new Intl.DateTimeFormat(locale === "en" ? "en-GB" : locale, {
    ...{ month: "long", day: "numeric", timeZone },
    ...(withYear && { year: "numeric" }),
  }).format(new Date(iso));
