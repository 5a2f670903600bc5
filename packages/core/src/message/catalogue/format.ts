import type { Role } from "../../member/role";
import { yuan } from "../../money";
import type { Locale, Shown } from "./template";

const roleNames: Record<Role, Record<Locale, string>> = {
  headquarters: { "zh-CN": "总部管理员", en: "headquarters" },
  project_manager: { "zh-CN": "项目经理", en: "project manager" },
  front_desk: { "zh-CN": "客服前台", en: "front desk" },
  area_manager: { "zh-CN": "楼管", en: "area manager" },
  technician: { "zh-CN": "工程技术", en: "technician" },
  finance: { "zh-CN": "财务", en: "finance" },
  auditor: { "zh-CN": "审计", en: "auditor" },
};

const languages: Record<Locale, string> = { "zh-CN": "zh-CN", en: "en-GB" };

function calendar(locale: Locale, date: string, options: Intl.DateTimeFormatOptions): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) throw new RangeError(`not a date: ${date}`);
  return new Intl.DateTimeFormat(languages[locale], { ...options, timeZone: "UTC" }).format(day);
}

/** "2026-12-15" → "12月15日", "15 December" */
export function day(value: unknown, locale: Locale): string {
  const date = String(value);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) throw new RangeError(`not a local date: ${date}`);
  return calendar(locale, date, { month: "long", day: "numeric" });
}

/** "2026-11" → "2026年11月", "November 2026"; a firm's own words for a period stay as they are. */
export function period(value: unknown, locale: Locale): string {
  const words = String(value);
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(words)) return clean(words);
  return calendar(locale, `${words}-01`, { year: "numeric", month: "long" });
}

/** Fen → "1,234.50元", "¥1,234.50" */
export function amount(value: unknown, locale: Locale): string {
  if (typeof value !== "number" || !Number.isSafeInteger(value))
    throw new RangeError(`not whole fen: ${value}`);
  return locale === "zh-CN" ? `${yuan(value)}元` : `¥${yuan(value)}`;
}

function link(value: unknown): string {
  const url = String(value);
  const web = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!web || /[\s<>"'\p{Cc}]/u.test(url)) throw new RangeError("not a web address");
  return url;
}

/**
 * Words people wrote, made fit to stand in a text of ours: no control characters or changes of writing
 * direction, and no 【】, which would pass for a signature.
 */
export const clean = (value: unknown) =>
  String(value)
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, " ")
    .replaceAll("【", "「")
    .replaceAll("】", "」")
    .trim();

export const oneLine = (words: string) => words.replace(/\s+/g, " ").trim();

const isRole = (value: unknown): value is Role =>
  typeof value === "string" && Object.hasOwn(roleNames, value);

const formats: Record<string, (value: unknown, locale: Locale) => string> = {
  amount,
  period,
  due: day,
  closes: day,
  url: link,
  refuseUrl: link,
  role: (value, locale) => (isRole(value) ? roleNames[value][locale] : clean(value)),
};

/**
 * Values as a locale shows them, by their names: `amount` in fen, `due` and `closes` as local dates,
 * `period` as a month, `url` and `refuseUrl` as web addresses; all else as cleaned words.
 * @throws RangeError for a value that is not of its kind
 */
export function shown<V extends object>(values: V, locale: Locale): Shown<V> {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  const formatted = entries.map(([name, value]) => [name, (formats[name] ?? clean)(value, locale)]);
  return Object.fromEntries(formatted);
}
