import * as z from "zod";
import { useTenantId } from "../context";
import { notFound } from "../error";

/** What says where a list goes on, as the caller keeps it. */
export const toCursor = (place: object): string => Buffer.from(JSON.stringify(place)).toString("base64url");

/** The place a cursor tells. Throws `not_found` for what is none, or not of this form. */
export function fromCursor<S extends z.ZodType>(cursor: string, place: S): z.output<S> {
  let raw: unknown;
  try {
    raw = JSON.parse(Buffer.from(cursor, "base64url").toString());
  } catch {
    throw notFound();
  }
  const parsed = place.safeParse(raw);
  if (!parsed.success) throw notFound();
  return parsed.data;
}

const position = z.object({ of: z.string(), at: z.string().min(1).max(120) });
const nameOf = (list: string) => `${useTenantId()}#${list}`;

/** The cursor after the key `at` of a list of the acting tenant; `list` says what is listed, filters included. */
export const cursorAfter = (list: string, at: string): string => toCursor({ of: nameOf(list), at });

/** The key a cursor stands after. One of another tenant, of another list, or none at all is `not_found`. */
export function keyBefore(list: string, cursor: string): string {
  const { of, at } = fromCursor(cursor, position);
  if (of !== nameOf(list)) throw notFound();
  return at;
}
