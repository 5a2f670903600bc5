import { internationalPhone } from "../import/phone";
import { cleanPhone } from "../importing/cleaners/phone";

const mainland = /^\+86/;
const mainlandMobile = /^\+861[3-9]\d{9}$/;

/**
 * A typed phone in E.164 if it can take an SMS: "138 0000 1111" → "+8613800001111", "+852 9123 4567" →
 * "+85291234567". Undefined for landlines of the mainland and for what is no phone.
 */
export function reportPhone(typed: string): string | undefined {
  const cleaned = cleanPhone(typed);
  const phone = cleaned && internationalPhone(cleaned);
  return phone && (!mainland.test(phone) || mainlandMobile.test(phone)) ? phone : undefined;
}
