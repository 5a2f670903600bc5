import { useMatches } from "@tanstack/react-router";
import { useEffect } from "react";
import { useText } from "../i18n/useText";

/** Names the window after the page, in the language on the screen. */
export function useDocumentTitle(): void {
  const text = useText();
  const key = useMatches({
    select: (matches) => matches.findLast((match) => match.staticData.title)?.staticData.title,
  });
  useEffect(() => {
    document.title = key ? `${text(key)} · ${text("common:product")}` : text("common:product");
  }, [key, text]);
}
