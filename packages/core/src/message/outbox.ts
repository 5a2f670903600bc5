import { isoNow, plus } from "../clock";
import { newId } from "../id";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import type { Tenant } from "../tenant/tenant.entity";
import { type CatalogueKey, type CatalogueValues, render, traits } from "./catalogue/index";
import { sendableAt } from "./channel/quiet";
import { Message } from "./message.entity";

export type Receiver = {
  phone?: string;
  email?: string;
  locale: "zh-CN" | "en";
  /** Channels the receiver wants only necessary messages by. */
  refuses?: readonly ("sms" | "mail")[];
};

export type Letter<K extends CatalogueKey> = {
  key: K;
  values: CatalogueValues[K];
  to: Receiver;
  /** The record it tells of, so that its messages can be listed. */
  aboutId?: string;
  /** Sent at any hour; the text's own trait unless told otherwise. */
  urgent?: boolean;
  /** May be refused by its receiver; the text's own trait unless told otherwise. */
  optional?: boolean;
  /** Prefer mail over SMS when both are possible. */
  prefer?: "sms" | "mail";
};

/**
 * Puts one message into the work: by SMS where there is a phone and a text for it, else by mail. Written with the
 * change it tells of, sent after it (architecture, rule 3). Returns its id, or undefined when nobody can be reached.
 */
export function queueMessage<K extends CatalogueKey>(
  work: Work,
  tenant: Pick<ItemOf<typeof Tenant>, "name" | "signature" | "zone">,
  letter: Letter<K>,
): string | undefined {
  const own = traits(letter.key);
  const { to, urgent = own.urgent, optional = own.refusable, prefer = "sms" } = letter;
  const text = render(letter.key, to.locale, letter.values, tenant.name, tenant.signature || undefined);
  const refused = (kind: "sms" | "mail") => optional && (to.refuses ?? []).includes(kind);
  const ways = [
    text.sms !== undefined && to.phone && !refused("sms") ? ("sms" as const) : undefined,
    text.mail && to.email && !refused("mail") ? ("mail" as const) : undefined,
  ].filter((way) => way !== undefined);
  const way = ways.includes(prefer) ? prefer : ways[0];
  if (!way) return undefined;
  const now = isoNow();
  const messageId = newId("message");
  const common = {
    messageId,
    fromName: tenant.name,
    signature: tenant.signature || undefined,
    urgent,
    template: letter.key,
    aboutId: letter.aboutId,
    state: "pending" as const,
    createdAt: now,
    keptUntil: own.keptDays === undefined ? undefined : plus(now, { days: own.keptDays }),
  };
  if (way === "sms" && to.phone)
    work.create(Message, {
      ...common,
      kind: "sms",
      to: to.phone,
      text: text.sms ?? "",
      templateValues: text.template?.values,
      notBefore: sendableAt(now, tenant.zone, urgent),
    });
  else if (text.mail && to.email)
    work.create(Message, {
      ...common,
      kind: "mail",
      to: to.email,
      subject: text.mail.subject,
      text: text.mail.text,
      html: text.mail.html,
      headers: text.mail.headers,
      notBefore: now,
    });
  return messageId;
}
