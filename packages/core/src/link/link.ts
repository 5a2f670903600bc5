import { createHash, randomInt } from "node:crypto";
import * as z from "zod";
import { epochOf, isoNow, plus } from "../clock";
import { notFound } from "../error";
import { table } from "../table/client";
import type { Work } from "../table/work";

/** What a link may open for someone without an account. */
export const linkKinds = [
  ...(["report", "ticket", "survey", "statement", "invitation", "refuse", "reply"] as const),
  ...(["quote", "telephone"] as const),
  /** Of earlier versions, which made one for each completion of a ticket. */
  "rate",
] as const;
export type LinkKind = (typeof linkKinds)[number];
export type Link = { kind: LinkKind; tenantId: string; subjectId: string; expires?: string };

/** No 0/O, 1/l/I: a link is sometimes read aloud or typed. */
const alphabet = "23456789abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ";
const tokenLength = 12;

/** Schema of a link's token; anything else is an unknown link. */
export const linkToken = z.string().regex(new RegExp(`^[${alphabet}]{${tokenLength}}$`));

/** A fresh token: 12 of 56 letters, about 69 bits. */
export const newToken = () =>
  Array.from({ length: tokenLength }, () => alphabet[randomInt(alphabet.length)]).join("");

const keyOf = (token: string) => ({
  pk: `link#${createHash("sha256").update(token).digest("hex")}`,
  sk: "link",
});

/**
 * Adds a link to the work and returns its token. Only the token's hash is stored: it is one of the few items
 * without a tenant (architecture, rule 1), since who opens it is not known before it is read.
 */
export function createLink(work: Work, link: Omit<Link, "tenantId">, token = newToken()): string {
  const expiresAt = link.expires && epochOf(plus(link.expires, { days: 30 }));
  work.put(
    { ...keyOf(token), ...link, tenantId: work.tenantId, expiresAt: expiresAt || undefined, rev: 1 },
    "attribute_not_exists(pk)",
    {},
    "race",
  );
  return token;
}

/** What a token opens. Throws `not_found` for one that never was; `expired` tells one whose time is over. */
export async function openLink(token: string): Promise<Link & { expired: boolean }> {
  if (!linkToken.safeParse(token).success) throw notFound();
  const { Item } = await table.get({ Key: keyOf(token), ConsistentRead: true });
  if (!Item) throw notFound();
  const { kind, tenantId, subjectId, expires } = Item as Link;
  return { kind, tenantId, subjectId, expires, expired: expires !== undefined && expires <= isoNow() };
}
