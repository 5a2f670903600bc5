import { useTranslation } from "react-i18next";
import { useText } from "../i18n/useText";
import { formatFigure } from "./format";

/** A number of things in a list; null (nothing to be told) shows as a dash. */
export function Count({ of }: { of: number | null }) {
  const text = useText();
  const { i18n } = useTranslation();
  return (
    <span className="fd-number">
      {of === null ? text("common:none") : formatFigure(of, "count", i18n.language)}
    </span>
  );
}
