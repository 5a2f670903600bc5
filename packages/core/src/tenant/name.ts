import * as z from "zod";

/**
 * A firm's name as it stands in letters to people who do not know us yet: no addresses in it that a mail program
 * would turn into links, so that nobody can send their own words through a sign-up.
 */
export const firmName = z
  .string()
  .trim()
  .min(2)
  .max(60)
  .regex(/^[\p{L}\p{M}\p{N} .,&'’()（）·\-_]+$/u, "may hold letters, digits, spaces and . , & ' ( ) · - _")
  .refine(
    (name) => !/[\p{L}\p{N}]\.[\p{L}\p{N}]{2,}/u.test(name),
    "may not look like an address of a web page",
  );
