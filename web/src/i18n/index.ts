import type { Locale as AntdLocale } from "antd/es/locale";
import dayjs from "dayjs";
import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import type { Locale } from "../api/contract";
import { preferredLocale, setCurrentLocale, storedLocale } from "./locale";

/** All that is needed to speak one language. */
export interface LanguagePack {
  resources: Record<string, object>;
  antd: AntdLocale;
  dayjs: string;
}

const packs = new Map<Locale, LanguagePack>();
const load: Record<Locale, () => Promise<{ pack: LanguagePack }>> = {
  "zh-CN": () => import("./zh-CN/pack"),
  en: () => import("./en/pack"),
};

/** Starts with the language chosen on this device, else the browser's. Resolves when its texts are there. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    fallbackLng: false,
    interpolation: { escapeValue: false },
    showSupportNotice: false,
    react: { useSuspense: false },
  });
  await switchLocale(storedLocale() ?? preferredLocale(navigator.languages));
}

/** Changes the language of texts, components and dates together, loading it when it is new. */
export async function switchLocale(locale: Locale): Promise<void> {
  const pack = packs.get(locale) ?? (await load[locale]()).pack;
  if (!packs.has(locale)) {
    packs.set(locale, pack);
    for (const [namespace, texts] of Object.entries(pack.resources)) {
      i18next.addResourceBundle(locale, namespace, texts);
    }
  }
  setCurrentLocale(locale);
  dayjs.locale(pack.dayjs);
  document.documentElement.lang = locale;
  await i18next.changeLanguage(locale);
}

/** The component library's own texts in a language that has been loaded. */
export const antdLocaleOf = (locale: Locale): AntdLocale | undefined => packs.get(locale)?.antd;
