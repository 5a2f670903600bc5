import * as z from "zod";
import { cleanPhone } from "../importing/cleaners/phone";

/** Schema of a member's phone number; kept in the one form that residents' numbers have too. */
export const phoneNumber = z
  .string()
  .max(30)
  .transform((text, context) => {
    const phone = cleanPhone(text);
    if (phone) return phone;
    context.addIssue({ code: "custom", message: "is not a phone number" });
    return z.NEVER;
  })
  .meta({ description: "a phone number", example: "13910236000" });
