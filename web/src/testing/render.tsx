import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { App } from "antd";
import i18next from "i18next";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider, initReactI18next } from "react-i18next";
import type { Locale } from "../api/contract";
import { resources as en } from "../i18n/en";
import { resources as zh } from "../i18n/zh-CN";
import { SessionProvider } from "../session/SessionContext";
import type { ActiveSession } from "../session/session";

/** A signed-in headquarters member; change what a test is about. */
export const aSession = (change: Partial<ActiveSession> = {}): ActiveSession => ({
  user: { id: "usr_1", email: "wang@example.cn", name: "Wang" },
  tenant: { id: "tnt_1", name: "Jinxiu", zone: "Asia/Shanghai" },
  member: { id: "mbr_1", role: "headquarters", projectIds: "all" },
  permissions: [],
  memberships: [],
  locale: "en",
  ...change,
});

/** The HTML of an element as a signed-in member first sees it, on a wide screen. */
export async function htmlOf(element: ReactNode, locale: Locale = "en"): Promise<string> {
  const i18n = i18next.createInstance();
  await i18n.use(initReactI18next).init({
    lng: locale,
    resources: { en, "zh-CN": zh },
    ns: Object.keys(en),
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  return renderToStaticMarkup(
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={new QueryClient()}>
        <SessionProvider value={aSession()}>
          <App component={false}>{element}</App>
        </SessionProvider>
      </QueryClientProvider>
    </I18nextProvider>,
  );
}

/** What is to be read in HTML, without its tags. */
export const wordsOf = (html: string): string =>
  html
    .replace(/<style[\s\S]*?<\/style>|<svg[\s\S]*?<\/svg>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
