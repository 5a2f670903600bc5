import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { phone } from "../resident/resident.entity";
import { entity, type ItemOf } from "../table/entity";
import { locale } from "../tenant/tenant.entity";
import { note } from "../ticket/ticket.entity";
import { reviewSchema, signersSchema } from "./review";
import { letterheadSchema } from "./settings.entity";
import { actions, states } from "./states";

/** To whom a letter goes, and where it finds them. */
export const addresseeSchema = z.object({
  name: z.string().trim().min(1).max(60),
  /** Where the post brings it. */
  address: z.string().trim().max(200).optional(),
  phone: phone.optional(),
  email: z.email().max(120).optional(),
});

export const subject = z.string().trim().min(1).max(120);
/** The letter's own words, from the salutation on; a paragraph a line. */
export const body = z.string().trim().min(1).max(8_000);

export const sendingWays = ["registered", "mail"] as const;
/** One time it was sent: by registered mail with its tracking number, or by e-mail with a link. */
export const sendingSchema = z.object({
  way: z.enum(sendingWays),
  trackingNumber: z.string().max(40).optional(),
  email: z.string().max(120).optional(),
  messageId: idOf("message").optional(),
  at: instant,
  byName: z.string(),
  cameBackAt: instant.optional(),
});

const signed = z.object({ by: z.string(), byName: z.string(), at: instant });
export const maxVersions = 200;
export const maxSendings = 20;

/** A formal letter that answers a ticket of weight. */
export const replySchema = z.object({
  replyId: idOf("reply"),
  /** Like HF20261121-0001, from approval on; counted per project and local day. */
  number: z.string().max(20).optional(),
  projectId: idOf("project"),
  ticketId: idOf("ticket"),
  ticketNumber: z.string().max(20),
  houseCode: z.string().max(40).optional(),
  to: addresseeSchema,
  locale,
  subject,
  body,
  /** Of the words, from 1. */
  version: z.int().min(1).max(maxVersions),
  /** The lawyer reviews it, too. */
  touchesLaw: z.boolean(),
  signers: signersSchema,
  reviews: z.array(reviewSchema).max(10),
  /** Leaders who get a copy once it is approved. */
  copyTo: z.array(idOf("member")).max(10),
  state: z.enum(states),
  draftedBy: z.string(),
  draftedByName: z.string(),
  createdAt: instant,
  approved: signed.optional(),
  /** As it stood at approval: a letter keeps the head it was sent under. */
  letterhead: letterheadSchema.extend({ name: z.string() }).optional(),
  sendings: z.array(sendingSchema).max(maxSendings),
  confirmed: signed.optional(),
  archivedAt: instant.optional(),
  /** Steps in its history so far. */
  steps: z.int().min(1).max(9_999),
});

/** With its versions, steps and turns in one partition. Lists by state: of a project (gsi1), of the tenant (gsi2), and of a ticket (gsi3). */
export const Reply = entity({
  name: "reply",
  hiddenBy: ({ ticketId }) => ticketId,
  schema: replySchema,
  key: (key: { replyId: string }) => [[key.replyId], "reply"],
  indexes: {
    gsi1: (reply) => [[reply.projectId, "reply"], `${reply.state}#${reply.replyId}`],
    gsi2: (reply) => [["reply"], `${reply.state}#${reply.replyId}`],
    gsi3: (reply) => [[reply.ticketId, "reply"], reply.replyId],
  },
});
export type ReplyItem = ItemOf<typeof Reply>;

const fourDigits = (number: number) => String(number).padStart(4, "0");

/** One version of the words; written once, never changed. */
export const replyTextSchema = z.object({
  replyId: z.string(),
  version: z.int().min(1),
  subject,
  body,
  at: instant,
  byName: z.string(),
});
export const ReplyText = entity({
  name: "replyText",
  schema: replyTextSchema,
  key: (key: { replyId: string; version: number }) => [[key.replyId], `text#${fourDigits(key.version)}`],
});

/** One step of a letter's history: who did, said or signed what, when, on which version of the words. */
export const replyStepSchema = z.object({
  replyId: z.string(),
  step: z.int().min(1),
  action: z.enum(["draft", ...actions]),
  at: instant,
  by: z.string(),
  byName: z.string(),
  from: z.enum(states).optional(),
  to: z.enum(states),
  version: z.int().min(1),
  note: note.optional(),
});
export const ReplyStep = entity({
  name: "replyStep",
  schema: replyStepSchema,
  key: (key: { replyId: string; step: number }) => [[key.replyId], `step#${fourDigits(key.step)}`],
});
