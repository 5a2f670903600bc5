import { useTranslation } from "react-i18next";
import { useText } from "../i18n/useText";
import { useZone } from "../session/zone";
import { formatRelative, formatTime, type TimeForm } from "./time";
import { useNow } from "./useNow";

interface WhenProps {
  /** An ISO instant in UTC; null shows as a dash. */
  at: string | null;
  form?: TimeForm | "relative";
}

/** An instant on the clocks of the firm's zone. "relative" keeps itself up to date. */
export function When({ at, form = "minute" }: WhenProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const zone = useZone();
  const now = useNow(form === "relative");
  if (at === null) return <span>{text("common:none")}</span>;
  const full = formatTime(at, "minute", i18n.language, zone);
  const shown =
    form === "relative" ? formatRelative(at, now, i18n.language) : formatTime(at, form, i18n.language, zone);
  return (
    <time className="fd-number" dateTime={at} title={full}>
      {shown}
    </time>
  );
}
