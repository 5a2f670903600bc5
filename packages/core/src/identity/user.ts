import * as z from "zod";
import { isoNow } from "../clock";
import { newId } from "../id";
import { batchGet, type ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import type { Locale } from "../tenant/tenant.entity";
import { GroupEntry, keyPart, Unique } from "./adapter/layout";
import { identityScope, inIdentity } from "./scope";
import { Account, User } from "./user.entity";

/** Schema of an e-mail address; written in lower case, as it is kept and compared. */
export const emailAddress = z
  .string()
  .max(120)
  .trim()
  .toLowerCase()
  .pipe(z.email())
  .meta({ description: "an e-mail address", example: "wang@example.com" });
/** Schema of a person's name. */
export const personName = z.string().trim().min(1).max(40);

export type UserItem = ItemOf<typeof User>;
export type NewUser = { userId: string; email: string; name: string; locale: Locale; passwordHash: string };

const stamp = { tenantId: identityScope, rev: 1 };

/**
 * Adds a person whose mailbox is proven, with a password, as the sign-in library keeps them. An address that is
 * taken in between is a race.
 */
export function addUser(work: Work, { userId, email, name, locale, passwordHash }: NewUser) {
  const at = isoNow();
  const accountId = newId("account");
  const group = { field: "account.userId", value: keyPart(userId) };
  const user = { id: userId, email, emailVerified: true, name, image: null, createdAt: at, updatedAt: at };
  const account = {
    id: accountId,
    userId,
    accountId: userId,
    providerId: "credential" as const,
    password: passwordHash,
    createdAt: at,
    updatedAt: at,
  };
  for (const record of [
    Unique.record({ field: "user.email", value: keyPart(email), home: userId, ...stamp }),
    User.record({ row: user, locale, ...stamp }),
    Account.record({ row: account, ...stamp }),
    GroupEntry.record({ ...group, home: accountId, ...stamp }),
  ])
    work.put(record, "attribute_not_exists(pk)", {}, "race");
}

/** The person with an id, if there is one. */
export const userById = (userId: string): Promise<UserItem | undefined> =>
  inIdentity(() => User.get({ row: { id: userId } }));

/** The person with an address (in lower case), if there is one. */
export async function userByEmail(email: string): Promise<UserItem | undefined> {
  const found = await inIdentity(() => Unique.get({ field: "user.email", value: keyPart(email) }));
  return found && userById(found.home);
}

/** The hash of a person's password, if they have one. */
export async function passwordHashOf(userId: string): Promise<string | undefined> {
  const group = ["account.userId", keyPart(userId)];
  const entries = await inIdentity(() => GroupEntry.query("table", group, { begins: "#" }));
  const keys = entries.items.map(({ home }) => Account.key({ row: { id: home } }, identityScope));
  const accounts = (await batchGet(keys, true)).map((raw) => Account.item(raw));
  return accounts.find(({ row }) => row.providerId === "credential")?.row.password;
}
