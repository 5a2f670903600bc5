import * as z from "zod";
import { plus } from "../clock";
import { useTenantActor } from "../context";
import { badRequest } from "../error";
import { idOf } from "../id";
import { createLink } from "../link/link";
import { linkUrl } from "../link/url";
import { queueMessage } from "../message/outbox";
import type { Work } from "../table/work";
import { tenantProfile } from "../tenant/profile";
import { verb } from "../verb";
import { act } from "./act";
import { keepPaper } from "./paper";
import { maxSendings, type ReplyItem, type sendingSchema, sendingWays } from "./reply.entity";
import { replyView } from "./view";

/** So long a letter can be read by its link. */
const linkDays = 365;
type Sending = z.input<typeof sendingSchema>;

/**
 * Sends an approved letter traceably: its paper is kept, and noted is the tracking number of registered mail, or a mail
 * with a link leaves through the outbox. Whether it arrived is asked some days later.
 */
export const sendReply = verb({
  name: "reply.send",
  may: "ticket.dispatch",
  input: z.strictObject({
    replyId: idOf("reply"),
    rev: z.int().min(1).optional(),
    way: z.enum(sendingWays),
    trackingNumber: z
      .string()
      .trim()
      .max(40)
      .regex(/^[\p{L}\p{N}-]*$/u, "may hold letters, digits and -")
      .optional(),
  }),
  output: replyView,
  run: ({ replyId, ...doing }, work) =>
    act(work, replyId, "send", {
      ...doing,
      changes: async (reply) => {
        if (reply.sendings.length >= maxSendings)
          throw badRequest("This letter was sent too often; draft a new one");
        await keepPaper(reply);
        return { sendings: [...reply.sendings, await sending(work, reply, doing)] };
      },
    }),
});

async function sending(
  work: Work,
  reply: ReplyItem,
  { way, trackingNumber }: Pick<Sending, "way" | "trackingNumber">,
): Promise<Sending> {
  const actor = useTenantActor();
  const at = { at: work.now, byName: actor.type === "member" ? actor.name : "Frontdesk" };
  if (way === "registered") return { way, trackingNumber, ...at };
  const { replyId, number = "", subject, locale, to } = reply;
  const expires = plus(work.now, { days: linkDays });
  const url = linkUrl("reply", createLink(work, { kind: "reply", subjectId: replyId, expires }));
  const messageId = queueMessage(work, await tenantProfile(), {
    ...{ key: "replyLetter", values: { number, subject, url }, aboutId: replyId },
    to: { email: to.email, locale },
  });
  return { way, email: to.email, messageId, ...at };
}
