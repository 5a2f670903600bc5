import { type Locale, locale } from "@frontdesk/core/tenant/tenant.entity";
import type { Context } from "hono";
import { parseAccept } from "hono/utils/accept";

/** Texts of a page in both languages; the compiler sees to it that neither lacks one. */
export type Catalogue<T> = Record<Locale, T>;

/** The first language of an Accept-Language header that we speak; Chinese when it names none. */
export function acceptedLocale(header: string | undefined): Locale {
  const ranges = parseAccept(header ?? "").sort((a, b) => b.q - a.q);
  for (const { type, q } of ranges) {
    const language = type.toLowerCase().split("-")[0];
    if (q > 0 && language === "zh") return "zh-CN";
    if (q > 0 && language === "en") return "en";
  }
  return "zh-CN";
}

/** The language asked for in the address (`?lang=en`), if any. */
export const chosenLocale = (c: Context): Locale | undefined => locale.safeParse(c.req.query("lang")).data;

/** The language of a page: the one chosen on it, else the resident's own, else the browser's. */
export const pageLocale = (c: Context, residents?: Locale): Locale =>
  chosenLocale(c) ?? residents ?? acceptedLocale(c.req.header("accept-language"));
