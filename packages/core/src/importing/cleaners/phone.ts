import type { Cell } from "../cell";
import { tidy } from "./text";

const mobile = /^1[3-9]\d{9}$/;
/** Three-digit area codes (010, 02x) have eight digits behind them; the others seven or eight. */
const landline = /^(?:0(?:10|2\d)\d{8}|0[3-9]\d{2}\d{7,8})$/;
const serviceNumber = /^[48]00\d{7}$/;
const foreign = /^\+[1-9]\d{6,14}$/;

const bare = (text: string) => text.replace(/[\s().·\-‐‑‒–—−]/g, "");

/** Digits of a mainland number without +86, 0086 or 86; area codes get back the 0 that +86 takes away. */
function mainland(text: string): string | undefined {
  const [, country, rest = ""] = /^(\+86|0086|86(?=1[3-9]\d{9}$))?(.*)$/.exec(text) ?? [];
  const candidates = country ? [rest, `0${rest}`] : [rest];
  return candidates.find((one) => mobile.test(one) || landline.test(one) || serviceNumber.test(one));
}

function withExtension(text: string): string | undefined {
  const [, number = "", extension] =
    /^(.+?)(?:-|转|分机|ext\.?|#)(\d{1,6})$/i.exec(text.replace(/\s/g, "")) ?? [];
  const line = mainland(bare(number));
  return line && !mobile.test(line) ? `${line}-${extension}` : undefined;
}

/**
 * One phone number in the form it is kept and looked up by: mainland numbers as bare digits ("13910236000",
 * "057188886666", "4008001234"), an extension behind a dash ("057188886666-801"), others with their country
 * ("+85291234567"). Takes full-width digits, spaces, dashes, brackets, +86. Undefined if it is no phone
 * number; a landline without its area code is none, because nobody could call it from elsewhere.
 */
export function cleanPhone(cell: Cell | undefined): string | undefined {
  if (typeof cell === "boolean" || cell instanceof Date) return undefined;
  const text = tidy(cell);
  if (text.length > 60) return undefined;
  const digits = bare(text);
  const abroad = digits.replace(/^00(?=[1-9])/, "+");
  if (foreign.test(abroad) && !abroad.startsWith("+86")) return abroad;
  return mainland(digits) ?? withExtension(text);
}
