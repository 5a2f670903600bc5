import * as z from "zod";
import { storage } from "../attachment/storage";
import { isoNow } from "../clock";
import { idOf } from "../id";
import { Tenant } from "../tenant/tenant.entity";
import { verb } from "../verb";
import { needReply } from "./act";
import { paperKey } from "./paper-key";
import { letterPdf } from "./pdf";
import type { ReplyItem } from "./reply.entity";
import { replySettings } from "./settings.entity";

async function printed(reply: ReplyItem): Promise<Uint8Array> {
  const [{ name, zone }, { letterhead }] = await Promise.all([Tenant.need({}), replySettings()]);
  const firm = reply.letterhead ?? { ...letterhead, name };
  return letterPdf({ ...reply, firm, zone, at: reply.approved?.at ?? isoNow() });
}

/** Keeps an approved letter's paper as it is sent, so that the archive holds the very same for good. */
export async function keepPaper(reply: ReplyItem) {
  const key = paperKey(reply);
  if (!(await storage().get(key))) await storage().put(key, await printed(reply));
}

/** The letter on paper: as it was sent, or as it would be; a draft is marked as one. */
export const getReplyPdf = verb({
  name: "reply.pdf",
  may: "ticket.read",
  input: z.strictObject({ replyId: idOf("reply") }),
  output: z.object({
    fileName: z.string(),
    contentType: z.string(),
    bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
  }),
  run: async ({ replyId }) => {
    const reply = await needReply(replyId);
    const kept = reply.sendings.length > 0 ? await storage().get(paperKey(reply)) : undefined;
    const bytes = kept ?? (await printed(reply));
    return { fileName: `${reply.number ?? reply.ticketNumber}.pdf`, contentType: "application/pdf", bytes };
  },
});
