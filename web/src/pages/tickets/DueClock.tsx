import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import { formatSpan } from "../../ui/span";
import { formatTime } from "../../ui/time";
import type { Clock } from "./clock";

const tones: Record<Clock["standing"], Tone> = { overdue: "bad", soon: "warn", ample: "neutral" };

interface DueClockProps {
  clock: Clock;
  /** Where all clocks are of one kind, its name is left out. */
  bare?: boolean;
}

/** How much time a clock leaves, or by how much it has passed, in words. */
export function DueClock({ clock, bare = false }: DueClockProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const zone = useZone();
  const span = formatSpan(Math.abs(clock.leftMs), i18n.language);
  const words = text(clock.standing === "overdue" ? "tickets:clock.overdue" : "tickets:clock.left", { span });
  return (
    <time dateTime={clock.dueAt} title={formatTime(clock.dueAt, "minute", i18n.language, zone)}>
      <StatusTag tone={tones[clock.standing]}>
        {bare ? words : `${text(`tickets:clock.${clock.which}`)} · ${words}`}
      </StatusTag>
    </time>
  );
}
