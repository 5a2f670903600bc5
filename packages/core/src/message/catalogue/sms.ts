/** Characters of one SMS in UCS-2, and of each part of a longer one, whose header takes three (3GPP TS 23.040). */
const whole = 70;
const part = 67;
/** The signature a text is measured with where the firm's own is not known. */
const usualSignature = 8;

/** How many SMS a signed text in Chinese is paid as: UTF-16 units, 70 in one, 67 in each of several. */
export const segments = (text: string) => (text.length <= whole ? 1 : Math.ceil(text.length / part));

/** How many characters of text fit one SMS beside the 【signature】 of `firm`. */
export const roomBeside = (firm: string | undefined) =>
  whole - (firm === undefined ? usualSignature : firm.length + 2);

/** At most `most` UTF-16 units, no character cut in two, with … where something is missing. */
export function clip(words: string, most: number): string {
  if (words.length <= most) return words;
  let kept = "";
  for (const character of words) {
    if (kept.length + character.length > most - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * Shortens the one value that may be long, so that the whole text fits `room`. Where that would leave less
 * than `least` characters of it, the text takes a second SMS and fills that: paid for anyway.
 */
export function fit(long: string, room: number, text: (short: string) => string, least = 8): string {
  const left = room - text("").length;
  const enough = left >= Math.min(least, long.length) ? left : left + 2 * part - whole;
  return text(clip(long, Math.max(enough, least)));
}
