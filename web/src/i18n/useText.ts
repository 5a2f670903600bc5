import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Text } from "./text";

/** The text look-up for the language on the screen; components using it follow a change of language. */
export function useText(): Text {
  const { t } = useTranslation();
  return useCallback<Text>((key, values) => t(key, values ?? {}), [t]);
}
