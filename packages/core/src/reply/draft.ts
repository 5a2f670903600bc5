import * as z from "zod";
import { actorRef } from "../actor";
import { needUnconcerned } from "../complaint/confidential";
import { useTenantActor } from "../context";
import { badRequest, notFound } from "../error";
import { idOf, newId } from "../id";
import { needReach } from "../member/scope";
import { Project } from "../project/project.entity";
import type { Work } from "../table/work";
import { tenantProfile } from "../tenant/profile";
import { Ticket, type TicketItem } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { act, noteStep } from "./act";
import {
  addresseeSchema,
  body,
  maxVersions,
  Reply,
  type ReplyItem,
  ReplyText,
  subject,
} from "./reply.entity";
import { type Signers, signersSchema } from "./review";
import { needReaders, needSigners, reviewsBy, usualSigners } from "./signers";
import { factsOf, filled } from "./template";
import { allTemplates, type Template, templateId } from "./template.entity";
import { plainName } from "./usual-templates";
import { replyView } from "./view";

/** Drafts a letter that answers a ticket: words of a template with the ticket's facts, and who usually signs. */
export const draftReply = verb({
  name: "reply.draft",
  may: "ticket.dispatch",
  input: z.strictObject({ ticketId: idOf("ticket"), template: templateId.optional() }),
  output: replyView,
  run: async ({ ticketId, template }, work) => {
    const ticket = await Ticket.need({ ticketId });
    needReach(ticket.projectId);
    const actor = useTenantActor();
    if (actor.type !== "member") throw badRequest("A letter is drafted by a person");
    const [chosen, signers, to] = await Promise.all([
      templateFor(ticket, template),
      usualSigners(ticket, actor.memberId),
      addresseeOf(ticket),
    ]);
    const reply = work.create(
      Reply,
      {
        replyId: newId("reply", Date.parse(work.now)),
        ...{
          projectId: ticket.projectId,
          ticketId,
          ticketNumber: ticket.number,
          houseCode: ticket.houseCode,
        },
        ...{ to, locale: chosen.locale, signers, copyTo: [], reviews: [], sendings: [] },
        ...(await drafted(chosen, ticket)),
        ...{ version: 1, touchesLaw: false, state: "draft" as const, steps: 1, createdAt: work.now },
        draftedBy: actorRef(actor),
        draftedByName: actor.name,
      },
      "race",
    );
    keepText(work, reply);
    noteStep(work, reply, "draft", undefined, undefined);
    work.about(reply.replyId, reply.projectId, ticket.number);
    return reply;
  },
});

/** The template that was chosen; else, in the resident's language, one for its kind, the firm's own first. */
async function templateFor({ kind, reporter }: TicketItem, chosen: string | undefined): Promise<Template> {
  const all = await allTemplates();
  const found = all.find((one) => one.templateId === chosen);
  if (chosen && !found) throw notFound();
  if (found?.disabled) throw badRequest("This template is not in use", "template");
  if (found) return found;
  const usable = all.filter(({ locale, disabled }) => locale === reporter.locale && !disabled);
  const fitting = usable.filter(({ kinds }) => kinds.includes(kind));
  const plain = usable.find((one) => one.templateId.startsWith(`${plainName}.`));
  const first = fitting.find((one) => one.templateId.startsWith("rtp_")) ?? fitting[0] ?? plain;
  if (!first) throw notFound();
  return first;
}

/** A letter's first words: what only a person can say stands open in 【】, and is filled in before anybody reviews it. */
async function drafted({ locale, subject: about, body: words }: Template, ticket: TicketItem) {
  const [{ zone, name: firm }, { name: project }] = await Promise.all([
    tenantProfile(),
    Project.need({ projectId: ticket.projectId }),
  ]);
  const facts = factsOf(ticket, locale, { zone, firm, project });
  const fit = (text: string, most: number) => [...filled(text, facts)].slice(0, most).join("").trim();
  return { subject: fit(about, 120), body: fit(words, 8_000) };
}

const ticketOf = ({ ticketId }: ReplyItem) => Ticket.need({ ticketId });

async function addresseeOf({ reporter, projectId, houseCode }: TicketItem) {
  const { name, address = "" } = await Project.need({ projectId });
  const { phone, email } = reporter;
  const place = houseCode && [address, name, houseCode].filter(Boolean).join(" ");
  return { name: reporter.name, phone, email, address: place?.slice(0, 200) };
}

/** Keeps the present words as a version. */
function keepText(work: Work, reply: ReplyItem) {
  const actor = useTenantActor();
  const byName = actor.type === "member" ? actor.name : "Frontdesk";
  const { replyId, version, subject: about, body: words } = reply;
  work.create(ReplyText, { replyId, version, subject: about, body: words, at: work.now, byName }, "race");
}

/** Changes a draft; changed words are a version of their own. */
export const reviseReply = verb({
  name: "reply.revise",
  may: "ticket.dispatch",
  input: z.strictObject({
    replyId: idOf("reply"),
    rev: z.int().min(1).optional(),
    subject: subject.optional(),
    body: body.optional(),
    to: addresseeSchema.optional(),
    touchesLaw: z.boolean().optional(),
    signers: signersSchema.optional(),
    copyTo: z.array(idOf("member")).max(10).optional(),
  }),
  output: replyView,
  run: async ({ replyId, rev, ...given }, work) => {
    const reply = await act(work, replyId, "revise", {
      rev,
      changes: async (before) => {
        if (given.signers) await needSigners(given.signers, before.projectId);
        if (given.copyTo) await needReaders(given.copyTo, before.projectId);
        await needUnconcerned(named(given), await ticketOf(before), "signers");
        return { ...present(given), version: versionAfter(before, given) };
      },
    });
    if (given.subject !== undefined || given.body !== undefined) await keepChanged(work, reply);
    return reply;
  },
});

/** Everybody a change brings in. */
const named = ({ signers = {}, copyTo = [] }: { signers?: Signers; copyTo?: string[] }) => [
  ...Object.values(signers).filter((memberId) => memberId !== undefined),
  ...copyTo,
];

const present = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<T>;

function versionAfter(before: ReplyItem, given: { subject?: string; body?: string }) {
  const same =
    (given.subject ?? before.subject) === before.subject && (given.body ?? before.body) === before.body;
  if (same) return before.version;
  if (before.version >= maxVersions) throw badRequest("This letter was changed too often; draft a new one");
  return before.version + 1;
}

async function keepChanged(work: Work, reply: ReplyItem) {
  const kept = await ReplyText.get({ replyId: reply.replyId, version: reply.version });
  if (!kept) keepText(work, reply);
}

/** Puts a draft to its reviewers: every step waits anew, since what was signed were other words. */
export const submitReply = verb({
  name: "reply.submit",
  may: "ticket.dispatch",
  input: z.strictObject({ replyId: idOf("reply"), rev: z.int().min(1).optional() }),
  output: replyView,
  run: ({ replyId, rev }, work) =>
    act(work, replyId, "submit", {
      rev,
      changes: async (before) => {
        const { signers, touchesLaw, projectId } = before;
        await needUnconcerned(named(before), await ticketOf(before), "signers");
        return { reviews: reviewsBy(signers, touchesLaw, await needSigners(signers, projectId)) };
      },
    }),
});
