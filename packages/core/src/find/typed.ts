/**
 * The digits of a phone number, or of its beginning, as numbers are looked up by: without country code, without the 0
 * before an area code. "021-5555 1234", "21 55551234" and "+86 21 5555 1234" are "2155551234". Undefined for other text.
 */
export function digitsIn(text: string): string | undefined {
  const plain = text.normalize("NFKC").replace(/[\s().‐-―−-]/g, "");
  const digits = plain.replace(/^(\+|00)86|^86(?=1\d)/, "").replace(/^\+|^0+/, "");
  return /^\d{3,15}$/.test(digits) ? digits : undefined;
}

/** "3栋1单元502" and "3 1 502" are "3-1-502". Undefined for text that can be no house's code. */
export function codeIn(text: string): string | undefined {
  const code = text
    .normalize("NFKC")
    .toUpperCase()
    .replace(/号?楼|栋|幢|座|单元|[\s/_.]+/g, "-")
    .replace(/[室号]$/, "")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");
  return /\d/.test(code) && code.length <= 12 ? code : undefined;
}

/** Latin letters, lower-cased and without apostrophes: pinyin, its initials, or a Latin name. */
export const lettersIn = (text: string): string | undefined =>
  /^[a-z']{1,40}$/i.test(text) ? text.toLowerCase().replaceAll("'", "") : undefined;

/** Whether a text may be the beginning of a name that is written in other characters. */
export const isName = (text: string): boolean =>
  /[^\d\s()+-]/.test(text) && !/^[\d-]+$/.test(codeIn(text) ?? "");
