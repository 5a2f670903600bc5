import { useTranslation } from "react-i18next";

/** Chooses the language on the screen from words the server gives in both. */
export function useWords(): (words: { zh: string; en: string } | undefined, otherwise: string) => string {
  const { i18n } = useTranslation();
  return (words, otherwise) => words?.[i18n.language === "en" ? "en" : "zh"] ?? otherwise;
}
