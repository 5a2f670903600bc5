/** What parts a code in speech: hao lou, lou, dong, zhuang, zuo, dan yuan; spaces and signs. As find parts it too. */
const parting = /\u53f7?\u697c|[\u680b\u5e62\u5ea7]|\u5355\u5143|[\s/_.-]+/u;

/** A building or unit as people say it, "3 dong 1 dan yuan", "3-1", as the beginning of codes, "3-1-"; "" for nothing. */
export function beginningOf(typed: string): string {
  const parts = typed.normalize("NFKC").split(parting).filter(Boolean);
  if (parts.length === 0) return "";
  // A third part is a room that may still be in the middle of being typed.
  return parts.length > 2 ? parts.slice(0, 3).join("-") : `${parts.join("-")}-`;
}
