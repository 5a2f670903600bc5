import { useText } from "../../i18n/useText";
import type { TicketDetail } from "./actions";
import styles from "./Ticket.module.css";
import { useCategories } from "./useCategories";

type Step = TicketDetail["history"][number];

interface WasBeforeProps {
  was: NonNullable<Step["was"]>;
  /** What was said, as it was worded. */
  words?: string;
  kind: TicketDetail["kind"];
}

/** What stood there before a correction, field by field; `kind` is by what a category alone is named. */
export function WasBefore({ was, words, kind }: WasBeforeProps) {
  const text = useText();
  const { nameOf } = useCategories();
  const { house, reporter, category, urgency, channel } = was;
  const told: [label: string, value: string | undefined][] = [
    [text("tickets:field.words"), words],
    [text("tickets:field.where"), house === undefined ? undefined : house || text("tickets:publicArea")],
    [
      text("tickets:field.reporter"),
      reporter && [reporter.name, reporter.phone, reporter.email].filter(Boolean).join(" "),
    ],
    [text("tickets:field.kind"), was.kind && text(`tickets:kind.${was.kind}`)],
    [text("tickets:field.category"), category && (nameOf(was.kind ?? kind, category) || category)],
    [text("tickets:field.urgency"), urgency && text(`tickets:urgency.${urgency}`)],
    [text("tickets:field.channel"), channel && text(`tickets:channel.${channel}`)],
  ];
  const known = told.flatMap(([label, value]) =>
    value === undefined ? [] : text("tickets:correct.one", { label, value }),
  );
  if (known.length === 0) return null;
  return (
    <p className={styles.words}>
      {text("tickets:correct.was")} {known.join(text("tickets:correct.and"))}
    </p>
  );
}
