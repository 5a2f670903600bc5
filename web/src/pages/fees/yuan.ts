/** The largest amount the server takes, in fen. */
const largest = 10_000_000_000_000;

/**
 * Yuan as people type them → whole fen: "1,234.5" → 123450; with the sign or the word for yuan, and in full-width
 * digits too. undefined for what is no amount of money: more than two decimals, below zero, other words, or more
 * than there is room for.
 */
export function parseYuan(typed: string): number | undefined {
  const plain = typed
    .normalize("NFKC")
    .replace(/[\s,'_]/g, "")
    .replace(/^[¥$]/, "")
    .replace(/(\u5143|rmb|cny|yuan)$/i, "");
  const match = /^(\d{1,12})?(?:\.(\d{0,2}))?$/.exec(plain);
  if (!match || !/\d/.test(plain)) return undefined;
  const fen = Number(match[1] ?? 0) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return fen <= largest ? fen : undefined;
}

/** Fen as one would type them: 123450 → "1234.50". */
export const yuanText = (fen: number): string => (fen / 100).toFixed(2);
