import * as z from "zod";
import { actorRef } from "../actor";
import { dateOf } from "../clock";
import { useTenantActor } from "../context";
import { idOf } from "../id";
import { nextNumber } from "../table/number";
import type { Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { note } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { act } from "./act";
import type { ReplyItem } from "./reply.entity";
import { replySettings } from "./settings.entity";
import { tell } from "./turn.entity";
import { replyView } from "./view";

const rev = z.int().min(1).optional();
const plain = z.strictObject({ replyId: idOf("reply"), rev, note: note.optional() });
const said = z.strictObject({ replyId: idOf("reply"), rev, note });

/** Says something about a letter that is not approved yet. */
export const commentReply = verb({
  name: "reply.comment",
  may: "ticket.register",
  input: said,
  output: replyView,
  run: ({ replyId, ...doing }, work) => act(work, replyId, "comment", doing),
});

/** Takes a letter back out of review, to draft it anew. */
export const recallReply = verb({
  name: "reply.recall",
  may: "ticket.dispatch",
  input: plain,
  output: replyView,
  run: ({ replyId, ...doing }, work) => act(work, replyId, "recall", doing),
});

/** Ends a letter that is not to be. */
export const withdrawReply = verb({
  name: "reply.withdraw",
  may: "ticket.dispatch",
  input: said,
  output: replyView,
  run: ({ replyId, ...doing }, work) => act(work, replyId, "withdraw", doing),
});

/** A reviewer agrees to the words as they are, in all steps of theirs whose turn it is. */
export const agreeToReply = verb({
  name: "reply.agree",
  may: "ticket.register",
  input: plain,
  output: replyView,
  run: ({ replyId, ...doing }, work) => act(work, replyId, "agree", doing),
});

/** A reviewer or the approver gives a letter back to be drafted anew, and says why. */
export const giveBackReply = verb({
  name: "reply.giveBack",
  may: "ticket.register",
  input: said,
  output: replyView,
  run: ({ replyId, ...doing }, work) => act(work, replyId, "giveBack", doing),
});

/** Puts a letter into force: it gets its number and the letterhead of this day, and nothing of it changes any more. */
export const approveReply = verb({
  name: "reply.approve",
  may: "ticket.dispatch",
  input: plain,
  output: replyView,
  run: async ({ replyId, ...doing }, work) => {
    const reply = await act(work, replyId, "approve", {
      ...doing,
      changes: (before) => inForce(work, before),
    });
    await tell(work, reply, "replyCopy", reply.copyTo);
    return reply;
  },
});

async function inForce(work: Work, { projectId }: ReplyItem) {
  const [{ name, zone }, { letterhead }] = await Promise.all([Tenant.need({}), replySettings()]);
  const actor = useTenantActor();
  const byName = actor.type === "member" ? actor.name : "Frontdesk";
  const day = dateOf(work.now, zone).replaceAll("-", "");
  const count = await nextNumber(work, `reply#${projectId}#${day}`);
  return {
    number: `HF${day}-${String(count).padStart(4, "0")}`,
    approved: { by: actorRef(actor), byName, at: work.now },
    letterhead: { ...letterhead, name },
  };
}
