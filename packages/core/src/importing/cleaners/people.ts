import { type Cell, cellText } from "../cell";
import { cleanPhone } from "./phone";
import { saysNothing, tidy } from "./text";

/** A person of a house as the file names them; `phone` and `otherPhones` as `cleanPhone` gives them. */
export interface ImportedPerson {
  name: string;
  phone?: string;
  otherPhones?: string[];
  email?: string;
  as: "owner" | "occupant";
}

/** What is wrong with the people of a cell. */
export type PeopleFault = "name_missing" | "name_too_long" | "phone_invalid" | "phones_not_matching";

const separators = /[、,;/|&\r\n]+/;

const parts = (cell: Cell | undefined): string[] =>
  cellText(cell)
    .normalize("NFKC")
    .split(separators)
    .map((part) => tidy(part))
    .filter((part) => part !== "");

/** Several numbers may stand in one part with only a space between them. */
function phonesOf(part: string): string[] | undefined {
  const whole = cleanPhone(part);
  if (whole) return [whole];
  const pieces = part.split(" ").map((piece) => cleanPhone(piece));
  return pieces.every((piece) => piece !== undefined) ? pieces : undefined;
}

/** "李超 13910236000" and "李超(13910236000)" carry the phone beside the name. */
function nameWithPhone(part: string): { name: string; phone?: string } {
  if (part.length > 120) return { name: part };
  const [, name = "", digits = ""] = /^([^\d+]+?)[\s:(]*(\+?\d[\d\s-]{5,}\d)\)?$/.exec(part) ?? [];
  const phone = cleanPhone(digits);
  return name && phone ? { name, phone } : { name: part };
}

function pair(named: { name: string; phone?: string }[], phones: string[], as: ImportedPerson["as"]) {
  const open = named.filter((one) => one.phone === undefined).length;
  if (phones.length > open && named.length > 1) return undefined;
  const rest = [...phones];
  return named.map(({ name, phone }): ImportedPerson => {
    const first = phone ?? rest.shift();
    const others = named.length === 1 ? rest.filter((one) => one !== first) : [];
    return { name, ...(first && { phone: first }), ...(others.length > 0 && { otherPhones: others }), as };
  });
}

const identity = (person: ImportedPerson) => `${person.name} ${person.phone ?? ""}`;

/**
 * The people of a cell of names and a cell of phones: "萧怡秀、梁雨" with "13910236003、139-1023-6004" gives two
 * owners, the first name with the first phone. Names and phones are split at 、 , ; / | & and line breaks. One
 * name may have several phones (`otherPhones`); fewer phones than names leave the last ones without.
 * Gives a fault instead when a phone is no phone number, stands without a name, or cannot be told to whom.
 */
export function cleanPeople(
  names: Cell | undefined,
  phones: Cell | undefined,
  as: ImportedPerson["as"],
): ImportedPerson[] | PeopleFault {
  const named = (saysNothing(tidy(names)) ? [] : parts(names)).map(nameWithPhone);
  const numbers = parts(phones).map(phonesOf);
  if (named.length > 20 || named.some((one) => one.name.length > 50)) return "name_too_long";
  if (numbers.some((one) => one === undefined)) return "phone_invalid";
  const known = numbers.flatMap((one) => one ?? []);
  if (named.length === 0) return known.length > 0 ? "name_missing" : [];
  const people = pair(named, known, as);
  if (!people) return "phones_not_matching";
  return [...new Map(people.map((person) => [identity(person), person])).values()];
}
