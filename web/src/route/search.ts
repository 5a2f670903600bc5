/** What stands behind the "?" of an address, as plain strings: tokens of digits stay strings. */
export type RawSearch = Record<string, string | undefined>;

/** "?a=1&b=x" → { a: "1", b: "x" }; of a repeated name the last one counts. */
export const parseSearch = (text: string): RawSearch => Object.fromEntries(new URLSearchParams(text));

/** { a: 1, b: undefined } → "?a=1"; nothing for an empty search. */
export function stringifySearch(search: Record<string, unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== "") query.append(name, String(value));
  }
  const text = query.toString();
  return text === "" ? "" : `?${text}`;
}
