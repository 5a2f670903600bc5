import { createHash, randomFillSync } from "node:crypto";
import { encodeTime, ulid } from "ulid";
import * as z from "zod";

/** Three letters per kind of record, so that an id tells what it names. */
export const prefixes = {
  tenant: "ten",
  user: "usr",
  account: "acc",
  session: "ses",
  verification: "ver",
  member: "mem",
  invitation: "inv",
  project: "prj",
  house: "hou",
  resident: "res",
  residency: "rsy",
  ticket: "tkt",
  step: "stp",
  letter: "let",
  reply: "rpl",
  replyTemplate: "rtp",
  roster: "ros",
  handover: "hov",
  filter: "flt",
  audit: "aud",
  message: "msg",
  attachment: "att",
  upload: "upl",
  campaign: "cmp",
  surveyInvitation: "siv",
  response: "rsp",
  chargeItem: "chi",
  chargeStandard: "chs",
  billingRun: "run",
  bill: "bil",
  payment: "pay",
  allocation: "alc",
  import: "imp",
  link: "lnk",
} as const;

export type IdKind = keyof typeof prefixes;

const pool = Buffer.alloc(4_096);
let taken = pool.length;

/** A random number from 0 up to 1 in steps of 1/256; its bytes are drawn many at once, since each draw costs. */
function random(): number {
  if (taken === pool.length) {
    randomFillSync(pool);
    taken = 0;
  }
  return (pool[taken++] ?? 0) / 256;
}

/** A new id: `tkt_` and a ULID, always 30 characters, sortable by time. `at` in milliseconds. */
export const newId = (kind: IdKind, at?: number) => `${prefixes[kind]}_${ulid(at, random)}`;

/** What ids of a kind made from an instant on are greater than, and those made before are not. */
export const firstIdAt = (kind: IdKind, iso: string) =>
  `${prefixes[kind]}_${encodeTime(Date.parse(iso), 10)}`;

/** Schema of an id of one kind; a malformed id is a bad request, not a lookup. */
export const idOf = (kind: IdKind) =>
  z
    .string()
    .regex(new RegExp(`^${prefixes[kind]}_[0-9A-HJKMNP-TV-Z]{26}$`), `must be an id like ${prefixes[kind]}_…`)
    .meta({ description: `id of a ${kind}`, example: `${prefixes[kind]}_01JD3V0N5W2Q8Z7R6T5Y4X3W2V` });

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The same id for the same parts, always: for records that must not exist twice, such as a house of a project by
 * its code. 26 letters of five bits each from SHA-256.
 */
export function derivedId(kind: IdKind, ...parts: string[]): string {
  const hash = createHash("sha256").update(parts.join("\n")).digest();
  return `${prefixes[kind]}_${Array.from(hash.subarray(0, 26), (byte) => crockford[byte & 31]).join("")}`;
}
