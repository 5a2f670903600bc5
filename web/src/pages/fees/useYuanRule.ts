import { useText } from "../../i18n/useText";
import { formatFen } from "../../ui/format";
import { parseYuan } from "./yuan";

/** A form rule for money typed in yuan: more than nothing, up to `most` fen. */
export function useYuanRule(most?: number, least = 1) {
  const text = useText();
  return {
    validator: (_: unknown, typed: string | undefined) => {
      const fen = parseYuan(typed ?? "");
      if (fen === undefined || fen < least) return Promise.reject(new Error(text("fees:rule.yuan")));
      if (most !== undefined && fen > most)
        return Promise.reject(new Error(text("fees:rule.most", { most: formatFen(most) })));
      return Promise.resolve();
    },
  };
}
