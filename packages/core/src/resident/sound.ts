/**
 * How a name sounds in pinyin without tones ("张伟" → "zhangwei") and its initials ("zw"); Latin names are
 * lower-cased. Loaded when first needed: the dictionary is large.
 */
export async function soundOf(name: string): Promise<{ sound: string; initials: string }> {
  const plain = name.trim().toLowerCase();
  if (/^[\p{Script=Latin}\d\s.'-]*$/u.test(plain)) {
    const words = plain.split(/[\s.'-]+/).filter(Boolean);
    return { sound: words.join(""), initials: words.map((word) => word[0]).join("") };
  }
  const { pinyin } = await import("pinyin-pro");
  const syllables = pinyin(plain, { toneType: "none", type: "array", surname: "head", nonZh: "consecutive" })
    .map((syllable) => syllable.replaceAll("ü", "v").replace(/[^a-z\d]/g, ""))
    .filter(Boolean);
  return { sound: syllables.join(""), initials: syllables.map((syllable) => syllable[0]).join("") };
}
