import { internationalPhone } from "../../find/phone";
import type { ResidentValues } from "./ResidentFields";

const filled = (typed: string | undefined): string | undefined => typed?.trim() || undefined;

/** What was typed of a new person, as the server takes it; what was left empty stays out. */
export const newPerson = ({ name, phone, email, locale, keyCare }: ResidentValues) => ({
  name: name.trim(),
  phone: internationalPhone(phone ?? ""),
  email: filled(email),
  locale,
  keyCare: filled(keyCare),
});

/** The same for a correction: null empties what was there. */
export function correction(values: ResidentValues) {
  const { phone, email, keyCare, ...rest } = newPerson(values);
  return { ...rest, phone: phone ?? null, email: email ?? null, keyCare: keyCare ?? null };
}
