/** A name as strangers may read it: "王**", "J. S."; whoever is meant knows. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const latin = words.every((word) => /^\p{Script=Latin}/u.test(word));
  if (latin) return words.map((word) => `${[...word][0]?.toUpperCase()}.`).join(" ");
  return `${[...name.trim()][0] ?? ""}**`;
}
