import { useText } from "../i18n/useText";
import { formatFen } from "./format";

/** Money given in whole fen; null (nothing to compute it from) shows as a dash. */
export function Money({ fen }: { fen: number | null }) {
  const text = useText();
  return <span className="fd-number">{fen === null ? text("common:none") : formatFen(fen)}</span>;
}
