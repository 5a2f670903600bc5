import { publicUrl } from "../link/url";
import type { CatalogueKey, CatalogueValues } from "../message/catalogue/index";
import { queueMessage } from "../message/outbox";
import { Work } from "../table/work";
import { firmsOf, isActive } from "./firms";
import type { UserItem } from "./user";

/** A page of the members' app that a letter leads to, with the token it works by. */
export const pageUrl = (page: string, token?: string) =>
  `${publicUrl()}/${page}${token === undefined ? "" : `?token=${token}`}`;

type Letters = "alreadyRegistered" | "resetPassword";

/** Lets what `body` adds to the work belong to a firm; the work itself stays whose it was. */
export function inFirm(work: Work, tenantId: string, body: () => void) {
  const own = work.tenantId;
  work.reach(tenantId);
  work.tenantId = tenantId;
  body();
  work.tenantId = own;
}

/**
 * Writes to a person about their account, through a firm of theirs, since every letter belongs to one: within the
 * given work, or at once. Nothing happens to those without any firm.
 */
export async function writeToUser<K extends Letters & CatalogueKey>(
  user: UserItem,
  key: K,
  values: CatalogueValues[K],
  given?: Work,
): Promise<void> {
  const firms = await firmsOf(user.row.id);
  const { tenant } = firms.find(isActive) ?? firms[0] ?? {};
  if (!tenant) return;
  const work = given ?? new Work(tenant.tenantId);
  const to = { email: user.row.email, locale: user.locale };
  inFirm(work, tenant.tenantId, () => queueMessage(work, tenant, { key, values, to, urgent: true }));
  if (!given) await work.commit();
}
