import type { TicketKind as Kind, Urgency } from "@frontdesk/core/ticket/kind";
import { useText } from "../../i18n/useText";
import { StatusTag } from "../../ui/StatusTag";
import styles from "./TicketKind.module.css";
import { useCategories } from "./useCategories";

interface TicketKindProps {
  kind: Kind;
  category: string;
  urgency?: Urgency;
}

/** What a ticket is about, "repair · lift", and that it is urgent. */
export function TicketKind({ kind, category, urgency }: TicketKindProps) {
  const text = useText();
  const { nameOf } = useCategories();
  return (
    <span className={styles.kind}>
      <span>{[text(`tickets:kind.${kind}`), nameOf(kind, category)].filter(Boolean).join(" · ")}</span>
      {urgency === "large" ? <StatusTag tone="neutral">{text("tickets:urgency.large")}</StatusTag> : null}
      {urgency === "urgent" ? <StatusTag tone="bad">{text("tickets:urgency.urgent")}</StatusTag> : null}
    </span>
  );
}
