import * as z from "zod";
import { publicUrl } from "../link/url";
import { queueMessage } from "../message/outbox";
import { type DueKey, sweep } from "../table/due";
import { tenantProfile } from "../tenant/profile";
import { managersOf } from "../ticket/people";
import { Ticket } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { Confirmation } from "./confirmation.entity";

/** Tells the project's managers that nobody has asked yet whether a letter arrived, once. */
const tellOverdue = verb({
  name: "reply.overdue",
  may: "system",
  input: z.strictObject({ replyId: z.string() }),
  output: z.object({ told: z.int() }),
  run: async ({ replyId }, work) => {
    const due = await Confirmation.get({ replyId });
    if (!due || due.toldAt || due.dueAt > work.now) return { told: 0 };
    const ticket = due.ticketId ? await Ticket.get({ ticketId: due.ticketId }) : undefined;
    const [profile, managers] = await Promise.all([tenantProfile(), managersOf(due.projectId, ticket)]);
    const days = Math.max(1, Math.round((Date.parse(work.now) - Date.parse(due.sentAt)) / 86_400_000));
    const values = { number: due.number, name: due.name, days, url: `${publicUrl()}/replies/${replyId}` };
    const sent = managers.map(({ phone, email, locale }) =>
      queueMessage(work, profile, {
        key: "replyUnconfirmed",
        values,
        to: { phone, email, locale },
        aboutId: replyId,
      }),
    );
    work.patch(Confirmation, due, { toldAt: work.now });
    work.about(replyId, due.projectId);
    return { told: sent.filter((id) => id !== undefined).length };
  },
});

/** The schedule of letters: calls that have become due are told of. Running it twice tells nothing twice. */
export const sweepConfirmations = () => sweep("replyConfirmation", tellOf);

const tellOf = ({ pk }: DueKey) => tellOverdue({ replyId: pk.split("#")[1] ?? "" });
