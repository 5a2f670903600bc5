import * as z from "zod";
import { instant } from "../clock";
import { entity, type ItemOf } from "../table/entity";
import { type Locale, locale } from "../tenant/tenant.entity";
import { ticketKind } from "../ticket/kind";
import { body, subject } from "./reply.entity";
import { usual } from "./usual-templates";

/** So many a firm may have of its own. */
export const mostTemplates = 100;

/** The id of a template of the firm's own, or the name and language of one that every firm begins with. */
export const templateId = z
  .string()
  .regex(/^(rtp_[0-9A-HJKMNP-TV-Z]{26}|[a-z]+\.(zh-CN|en))$/, "must be an id of a template")
  .meta({ description: "id of a template", example: "complaint.zh-CN" });

/** What may be said of a template. */
export const templateFields = {
  name: z.string().trim().min(1).max(40),
  /** The kinds of ticket it is offered for first. */
  kinds: z.array(ticketKind).max(6),
  subject,
  body,
};

export const templateSchema = z.object({
  templateId,
  locale,
  ...templateFields,
  disabled: z.boolean(),
  /** Who last said something of it; nobody yet, of one as every firm begins with. */
  changed: z.object({ at: instant, byName: z.string() }).optional(),
});
export type Template = z.output<typeof templateSchema>;

/** What a firm says of its templates; those it never touched are kept nowhere. */
export const ReplyTemplate = entity({
  name: "replyTemplate",
  schema: templateSchema,
  key: (key: { templateId: string }) => [["replyTemplate"], key.templateId],
});
export type TemplateItem = ItemOf<typeof ReplyTemplate>;

const begunWith: readonly Template[] = (["zh-CN", "en"] satisfies Locale[]).flatMap((language) =>
  usual[language].map(({ templateId: name, paragraphs, ...words }) => ({
    ...{ templateId: `${name}.${language}`, locale: language, disabled: false },
    ...{ ...words, body: paragraphs.join("\n") },
  })),
);

export const begunAs = (id: string) => begunWith.find((one) => one.templateId === id);

/** All of the acting firm's templates, in use or not: those every firm begins with, then its own by name. */
export async function allTemplates(): Promise<Template[]> {
  const { items } = await ReplyTemplate.query("table", ["replyTemplate"], { limit: 200 });
  const said = new Map<string, Template>(items.map((one) => [one.templateId, one]));
  const own = items
    .filter((one) => !begunAs(one.templateId))
    .sort((a, b) => a.name.localeCompare(b.name, "zh-CN") || a.templateId.localeCompare(b.templateId));
  return [...begunWith.map((one) => said.get(one.templateId) ?? one), ...own];
}
