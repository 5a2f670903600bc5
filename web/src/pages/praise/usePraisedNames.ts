import { useText } from "../../i18n/useText";
import type { Praise } from "./praise";

/** Whom a praise is of, in words: the people, and the trade. */
export function usePraisedNames() {
  const text = useText();
  return ({ members, trade }: Pick<Praise, "members" | "trade">) =>
    [...members.map(({ name }) => name), trade && text(`tickets:trade.${trade}`)].filter(Boolean).join(" · ");
}
