import { App, ConfigProvider } from "antd";
import { type ReactNode, useLayoutEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { antdLocaleOf } from "../i18n";
import { currentLocale } from "../i18n/locale";
import { applyCssVariables } from "./cssVariables";
import { themeOf } from "./theme";
import { type Brand, defaultBrand } from "./tokens";
import { useNarrow, useStill } from "./useNarrow";

/** Colours, density and language of every component below. */
export function ThemeProvider({ brand = defaultBrand, children }: { brand?: Brand; children: ReactNode }) {
  const narrow = useNarrow();
  const still = useStill();
  useTranslation();
  const theme = useMemo(() => themeOf(brand, { narrow, still }), [brand, narrow, still]);
  useLayoutEffect(() => applyCssVariables(brand), [brand]);
  return (
    <ConfigProvider
      theme={theme}
      locale={antdLocaleOf(currentLocale())}
      button={{ autoInsertSpace: false }}
      form={{ requiredMark: false, scrollToFirstError: { block: "center", focus: true } }}
    >
      <App message={{ maxCount: 3 }} notification={{ placement: "bottomRight" }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
