/** An area as typed in m², "89.5" → 8950 hundredths; undefined for what is none, or lies outside 0.01–1,000,000. */
export function parseArea(typed: string): number | undefined {
  const plain = typed.normalize("NFKC").replace(/[\s,]/g, "");
  if (!/^\d{1,7}(\.\d{1,2})?$/.test(plain)) return undefined;
  const [whole = "", part = ""] = plain.split(".");
  const hundredths = Number(whole) * 100 + Number(part.padEnd(2, "0"));
  return hundredths >= 1 && hundredths <= 100_000_000 ? hundredths : undefined;
}

/** Hundredths of m² as people write them: 8950 → "89.5". */
export const areaText = (hundredths: number): string => String(hundredths / 100);
