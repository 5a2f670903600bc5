import type { Locale } from "../api/contract";

export const locales: readonly Locale[] = ["zh-CN", "en"];

const storageKey = "frontdesk.locale";

let current: Locale = "zh-CN";

/** The language on the screen now; goes with every request so that the server answers in it. */
export const currentLocale = (): Locale => current;

export function setCurrentLocale(locale: Locale): void {
  current = locale;
}

/** The language a person chose on this device, or null. */
export function storedLocale(): Locale | null {
  try {
    return toLocale(localStorage.getItem(storageKey));
  } catch {
    return null;
  }
}

export function storeLocale(locale: Locale): void {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Without storage (private windows) the choice lasts as long as the page.
  }
}

/** The first of the browser's languages that we speak; Chinese when none is. */
export function preferredLocale(languages: readonly string[]): Locale {
  for (const language of languages) {
    const locale = toLocale(language);
    if (locale) return locale;
  }
  return "zh-CN";
}

function toLocale(tag: string | null): Locale | null {
  if (tag === null) return null;
  const primary = tag.toLowerCase().split("-")[0];
  if (primary === "zh") return "zh-CN";
  return primary === "en" ? "en" : null;
}
