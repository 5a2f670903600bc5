import type { TicketKind } from "@frontdesk/core/ticket/kind";
import type { Text } from "../../i18n/text";
import type { Row } from "./useOwn";

type Length = Pick<Row, "amount" | "unit" | "counting">;

/** "2 days", "7 working days", "4 hours of business hours". */
export function lengthOf({ amount, unit, counting }: Length, text: Text): string {
  if (counting === "business" && unit === "days") return text("clocks:length.workingDays", { count: amount });
  const plain = text(`clocks:length.${unit}`, { count: amount });
  return counting === "business" ? text("clocks:length.business", { length: plain }) : plain;
}

/** "Repair · leak · urgent"; "all tickets" where a rule names none of it. */
export function targetOf(
  { kind, category, urgency }: Pick<Row, "kind" | "category" | "urgency">,
  text: Text,
  nameOf: (kind: TicketKind, code: string) => string,
): string {
  const parts = [
    kind && text(`tickets:kind.${kind}`),
    kind && category && nameOf(kind, category),
    urgency && text(`tickets:urgency.${urgency}`),
  ].filter((part) => part !== undefined);
  return parts.join(" · ") || text("clocks:all");
}
