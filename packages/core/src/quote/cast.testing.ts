import type { MemberActor } from "../actor";
import { Attachment } from "../attachment/attachment.entity";
import { isoNow, plus } from "../clock";
import { withActor } from "../context";
import { newId } from "../id";
import { Work } from "../table/work";
import { type Cast, report } from "../ticket/cast.testing";
import { acceptTicket, assignTicket, startTicket } from "../ticket/index";
import type { TicketItem } from "../ticket/ticket.entity";
import { quoteSubjectOf } from "./act";
import { makeQuote } from "./make";
import { Quote, quoteSchema } from "./quote.entity";
import type { State } from "./states";

/** A tap of 30 yuan changed, with one of 60 yuan: 90 yuan. */
export const tap = [
  { code: "tap", hundredths: 100 },
  { code: "mTap", hundredths: 100 },
];

/** A leak in a house that the technician works on. */
export async function underWay(cast: Cast, more: Parameters<typeof report>[1] = {}) {
  const { ticketId } = await report(cast, more);
  const { technician } = cast;
  await withActor(cast.desk, () => assignTicket({ ticketId, assigneeId: technician.memberId }));
  await withActor(technician, () => acceptTicket({ ticketId }));
  await withActor(technician, () => startTicket({ ticketId }));
  return ticketId;
}

/** The technician quotes the tap. */
export const quoteTap = (cast: Cast, ticketId: string, send = true) =>
  withActor(cast.technician, () => makeQuote({ ticketId, lines: tap, send }));

/** As who holds the link to a quote. */
export const asHolder = <T>(cast: Cast, of: Parameters<typeof quoteSubjectOf>[0], body: () => T): T =>
  withActor({ type: "resident", tenantId: cast.tenantId, subjectId: quoteSubjectOf(of) }, body);

/** A signature that a member has sent. */
export async function signatureBy(cast: Cast, by: MemberActor, more: { contentType?: "image/jpeg" } = {}) {
  const work = new Work(cast.tenantId);
  const { attachmentId } = work.create(Attachment, {
    ...{ attachmentId: newId("attachment"), projectId: cast.projectId, contentType: "image/png", size: 1 },
    ...{ createdBy: by.memberId, createdAt: isoNow(), ...more },
  });
  await work.commit();
  return attachmentId;
}

/** Stores a quote on a ticket as it would stand in some state. */
export async function storeQuote(
  cast: Cast,
  { ticketId, projectId, houseId = "" }: Pick<TicketItem, "ticketId" | "projectId" | "houseId">,
  state: State,
) {
  const work = new Work(cast.tenantId);
  const line = { part: "labour", names: { "zh-CN": "换水龙头", en: "Tap" }, unit: "piece" } as const;
  const quote = work.create(
    Quote,
    quoteSchema.parse({
      ...{ ticketId, quote: 1, projectId, houseId, state, total: 3_000 },
      lines: [{ ...line, hundredths: 100, unitFen: 3_000, amount: 3_000 }],
      ...{ by: cast.technician.memberId, byName: "x", at: isoNow() },
      expiresAt: plus(isoNow(), { days: 7 }),
    }),
  );
  await work.commit();
  return quote;
}
