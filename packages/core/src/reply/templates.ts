import * as z from "zod";
import { useTenantActor } from "../context";
import { badRequest, conflict, notFound } from "../error";
import { newId } from "../id";
import type { Work } from "../table/work";
import { locale } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { filled, needPlaceholders, placeholders, sampleFacts } from "./template";
import {
  allTemplates,
  begunAs,
  mostTemplates,
  ReplyTemplate,
  type Template,
  templateFields,
  templateId,
  templateSchema,
} from "./template.entity";
import { plainName } from "./usual-templates";

/** The firm's templates of letters, in use or not, and what they may say of a ticket. */
export const listTemplates = verb({
  name: "reply.templates",
  may: "ticket.dispatch",
  input: z.strictObject({}),
  output: z.object({ items: z.array(templateSchema), placeholders: z.array(z.enum(placeholders)) }),
  run: async () => ({ items: await allTemplates(), placeholders: [...placeholders] }),
});

/** Adds a template of the firm's own. Throws `bad_request` that names a placeholder there is not. */
export const addTemplate = verb({
  name: "reply.addTemplate",
  may: "tenant.manage",
  input: z.strictObject({ locale, ...templateFields }),
  output: templateSchema,
  run: async (given, work) => {
    needWords(given);
    const all = await allTemplates();
    if (all.length >= mostTemplates) throw conflict(`There are ${mostTemplates} templates already`);
    work.about(work.tenantId, undefined, { template: given.name });
    const made = { templateId: newId("replyTemplate"), disabled: false, ...given, changed: by(work) };
    return work.create(ReplyTemplate, made, "race");
  },
});

/** Changes a template, or puts it out of use; letters that were drafted with it stay as they are. */
export const changeTemplate = verb({
  name: "reply.changeTemplate",
  may: "tenant.manage",
  input: z
    .strictObject({ templateId, ...templateFields, disabled: z.boolean() })
    .partial()
    .required({ templateId: true }),
  output: templateSchema,
  run: async ({ templateId: id, ...given }, work) => {
    const before = await ReplyTemplate.get({ templateId: id });
    const begun = begunAs(id);
    if (!before && !begun) throw notFound();
    needWords(given);
    if (given.disabled && id.startsWith(`${plainName}.`))
      throw badRequest("The plain letter stays in use: it fits every ticket", "disabled");
    const { body: _body, ...told } = given;
    work.about(work.tenantId, undefined, { template: (before ?? begun)?.name, ...told });
    const changes = { ...given, changed: by(work) };
    if (before) return work.patch(ReplyTemplate, before, changes);
    return work.create(ReplyTemplate, { ...(begun as Template), ...changes }, "race");
  },
});

const shown = z.object({ subject: z.string(), body: z.string() });

/** How a letter would read that is drafted by these words, of a ticket made up for it. Throws as saving would. */
export const previewTemplate = verb({
  name: "reply.previewTemplate",
  may: "tenant.manage",
  input: z.strictObject({ locale, subject: templateFields.subject, body: templateFields.body }),
  output: shown,
  run: async (given) => {
    needWords(given);
    const facts = sampleFacts[given.locale];
    return { subject: filled(given.subject, facts), body: filled(given.body, facts) };
  },
});

function needWords({ subject = "", body = "" }: { subject?: string; body?: string }) {
  needPlaceholders(subject, "subject");
  needPlaceholders(body, "body");
}

function by(work: Work) {
  const actor = useTenantActor();
  return { at: work.now, byName: actor.type === "member" ? actor.name : "Frontdesk" };
}
