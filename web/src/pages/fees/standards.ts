interface Dated {
  standardId: string;
  item: string;
  from: string;
  withdrawn?: unknown;
}
export type StandardState = "current" | "future" | "past" | "withdrawn";

/** Which standards are charged by in a month: of each item the last that has begun; earlier ones are past. */
export function statesOf(standards: readonly Dated[], month: string): ReadonlyMap<string, StandardState> {
  const latest = new Map<string, string>();
  for (const { item, from, withdrawn } of standards) {
    if (!withdrawn && from <= month && from > (latest.get(item) ?? "")) latest.set(item, from);
  }
  return new Map(standards.map((one) => [one.standardId, stateOf(one, month, latest.get(one.item))]));
}

function stateOf({ from, withdrawn }: Dated, month: string, latest: string | undefined): StandardState {
  if (withdrawn) return "withdrawn";
  if (from > month) return "future";
  return from === latest ? "current" : "past";
}
