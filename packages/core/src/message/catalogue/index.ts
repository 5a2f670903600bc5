import { type AccountValues, account } from "./account";
import { type CallbackValues, callback } from "./callback";
import { type ComplaintValues, complaint } from "./complaint";
import { type EscalationValues, escalation } from "./escalation";
import { type FeeValues, fee } from "./fee";
import { clean, oneLine, shown } from "./format";
import { html, text } from "./layout";
import { type PraiseValues, praise } from "./praise";
import { type ReplyValues, reply } from "./reply";
import { clip, roomBeside } from "./sms";
import { type SurveyValues, survey } from "./survey";
import type { Locale, Template, Templates, Traits } from "./template";
import { type TicketValues, ticket } from "./ticket";

export type { Locale } from "./template";
/** The values each text is made of, by its key. */
export type CatalogueValues = AccountValues &
  TicketValues &
  CallbackValues &
  ComplaintValues &
  EscalationValues &
  SurveyValues &
  FeeValues &
  PraiseValues &
  ReplyValues;
export type CatalogueKey = keyof CatalogueValues;

const catalogue: Templates<CatalogueValues> = {
  ...account,
  ...ticket,
  ...callback,
  ...complaint,
  ...escalation,
  ...survey,
  ...fee,
  ...praise,
  ...reply,
};

/** Every key there is. */
export const catalogueKeys = Object.keys(catalogue).filter((key): key is CatalogueKey => key in catalogue);

export type Rendered = {
  sms?: string;
  /** The same SMS for gateways with texts of their own: the key, and the values as shown. */
  template?: { name: CatalogueKey; values: Record<string, string> };
  mail?: { subject: string; text: string; html: string; headers?: Record<string, string> };
};

/** Whether a text leaves at any hour, whether its receiver may refuse it, and how long it is kept. */
export function traits(key: CatalogueKey): Traits {
  const { urgent, refusable, keptDays } = catalogue[key];
  return { urgent, refusable, keptDays };
}

/** One-click unsubscribing (RFC 8058): the address takes a POST from the mailbox provider, and a person's GET. */
const refusing = (refuseUrl: string) => ({
  "List-Unsubscribe": `<${refuseUrl}>`,
  "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
});

/**
 * A text of the catalogue in a locale, for each medium it exists in. `firm` is the name above the mail, and the
 * 【signature】 before the SMS unless that is another. Mails that may be refused carry the headers for it.
 * @throws RangeError for values that are not of their kind (see `shown`)
 */
export function render<K extends CatalogueKey>(
  key: K,
  locale: Locale,
  values: CatalogueValues[K],
  firm?: string,
  registered: string | undefined = firm,
): Rendered {
  const signature = registered === undefined ? undefined : clean(registered);
  const template: Template<CatalogueValues[K]> = catalogue[key];
  const words = template[locale];
  const display = shown(values, locale);
  const strings: Record<string, string | undefined> = { ...display };
  const sms = words.sms && oneLine(words.sms(display, roomBeside(signature)));
  const letter = words.mail?.(display);
  const frame = {
    locale,
    firm: firm === undefined ? undefined : clean(firm),
    refuseUrl: template.refusable ? strings.refuseUrl : undefined,
  };
  const subject = letter && clip(oneLine(letter.subject), 150);
  return {
    ...(sms !== undefined && { sms: signature === undefined ? sms : `【${signature}】${sms}` }),
    ...(sms !== undefined && { template: { name: key, values: { ...display } } }),
    ...(letter &&
      subject !== undefined && {
        mail: {
          subject,
          text: text(letter, frame),
          html: html({ ...letter, subject }, frame),
          ...(frame.refuseUrl && { headers: refusing(frame.refuseUrl) }),
        },
      }),
  };
}
