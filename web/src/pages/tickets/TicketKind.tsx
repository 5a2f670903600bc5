import type { TicketKind as Kind, Urgency } from "@frontdesk/core/ticket/kind";
import { useText } from "../../i18n/useText";
import { StatusTag } from "../../ui/StatusTag";
import { categoryName } from "./kinds";
import styles from "./TicketKind.module.css";

interface TicketKindProps {
  kind: Kind;
  category: string;
  urgency?: Urgency;
}

/** What a ticket is about, "repair · lift", and that it is urgent. */
export function TicketKind({ kind, category, urgency }: TicketKindProps) {
  const text = useText();
  return (
    <span className={styles.kind}>
      <span>
        {text(`tickets:kind.${kind}`)} · {text(`tickets:category.${categoryName(category)}`)}
      </span>
      {urgency === "large" ? <StatusTag tone="neutral">{text("tickets:urgency.large")}</StatusTag> : null}
      {urgency === "urgent" ? <StatusTag tone="bad">{text("tickets:urgency.urgent")}</StatusTag> : null}
    </span>
  );
}
