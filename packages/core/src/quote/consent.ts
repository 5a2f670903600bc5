import * as z from "zod";
import { actorRef } from "../actor";
import { Attachment } from "../attachment/attachment.entity";
import { useActor, useTenantActor } from "../context";
import { forbidden, notFound } from "../error";
import { House } from "../house/house.entity";
import { idOf } from "../id";
import { Project } from "../project/project.entity";
import { locale } from "../tenant/tenant.entity";
import { nameOf } from "../ticket/act";
import { openFile } from "../ticket/file";
import { opensTicket } from "../ticket/party";
import { isOpen } from "../ticket/states";
import { verb } from "../verb";
import { act, endedBy, type Opened, openQuote, quoteSubject } from "./act";
import { quoteNumber, quoteSchema, quoteView, residentName, why } from "./quote.entity";

const quoted = quoteSchema
  .pick({ lines: true, total: true, note: true, state: true, at: true, expiresAt: true, consent: true })
  .extend({
    number: z.string(),
    project: z.string(),
    phone: z.string().optional(),
    houseCode: z.string(),
    words: z.string(),
    locale,
    /** Whether it may still be answered. */
    open: z.boolean(),
  });
export type Quoted = z.output<typeof quoted>;

/** What the link to a quote shows to whoever holds it. */
export const getQuoted = verb({
  name: "quote.quoted",
  may: "resident",
  input: z.strictObject({}),
  output: quoted,
  run: async () => {
    const link = subject();
    const file = await openFile(link.ticketId);
    const quote = file.quotes.find((one) => one.quote === link.quote);
    if (!quote || !opensTicket(link, file.ticket)) throw notFound();
    return viewOf({ file, quote });
  },
});

/** The resident's answer by the link, once. Throws `conflict` where it was answered before or is over. */
export const answerQuote = verb({
  name: "quote.answer",
  may: "resident",
  input: z.strictObject({ agree: z.boolean(), reason: why.optional() }),
  output: quoted,
  run: async ({ agree, reason }, work) => {
    const link = subject();
    const opened = await openQuote(work, link);
    const { file } = opened;
    if (!opensTicket(link, file.ticket)) throw notFound();
    const { name } = file.ticket.reporter;
    const quote = agree
      ? act(work, opened, "agree", { consent: { by: "link", name, at: work.now } })
      : act(work, opened, "decline", endedBy(work, file, reason));
    return viewOf({ file, quote });
  },
});

/** The resident signs on the glass, before a member who says who it was. The signature is a picture sent before. */
export const signQuote = verb({
  name: "quote.sign",
  may: "ticket.work",
  input: z.strictObject({
    ticketId: idOf("ticket"),
    quote: quoteNumber,
    name: residentName,
    signature: idOf("attachment"),
  }),
  output: quoteView,
  run: async ({ name, signature, ...key }, work) => {
    const opened = await openQuote(work, key);
    const actor = useTenantActor();
    const takenBy = actorRef(actor);
    const picture = await Attachment.get({ attachmentId: signature });
    const isOwn = picture?.projectId === opened.quote.projectId && picture.createdBy === takenBy;
    if (!isOwn || picture.removed || picture.contentType !== "image/png") throw notFound();
    const taken = { takenBy, takenByName: nameOf(actor, opened.file.ticket) };
    return act(work, opened, "sign", {
      consent: { by: "signature", name, at: work.now, signature, ...taken },
    });
  },
});

function subject() {
  const actor = useActor();
  if (actor.type !== "resident") throw forbidden();
  const found = quoteSubject(actor.subjectId);
  if (!found) throw notFound();
  return found;
}

async function viewOf({ file: { ticket }, quote }: Opened): Promise<z.input<typeof quoted>> {
  const [project, house] = await Promise.all([
    Project.need({ projectId: quote.projectId }),
    House.need({ houseId: quote.houseId }),
  ]);
  const { lines, total, note, state, at, expiresAt, consent } = quote;
  return {
    ...{ lines, total, note, state, at, expiresAt, consent },
    ...{ number: ticket.number, words: ticket.words, locale: ticket.reporter.locale },
    ...{ project: project.name, phone: project.phone, houseCode: house.code },
    open: state === "sent" && isOpen(ticket.state),
  };
}
