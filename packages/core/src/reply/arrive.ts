import * as z from "zod";
import { actorRef } from "../actor";
import { useTenantActor } from "../context";
import { idOf } from "../id";
import { note } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { act } from "./act";
import { replyView } from "./view";

const rev = z.int().min(1).optional();
const said = z.strictObject({ replyId: idOf("reply"), rev, note });

/** The call about a sent letter: it arrived, which closes it, or nobody was reached. */
export const confirmReply = verb({
  name: "reply.confirm",
  may: "callback.make",
  input: z
    .strictObject({ replyId: idOf("reply"), rev, arrived: z.boolean(), note: note.optional() })
    .superRefine(({ arrived, note: why }, c) => {
      if (!arrived && !why)
        c.addIssue({ code: "custom", path: ["note"], message: "say why nobody was reached" });
    }),
  output: replyView,
  run: ({ replyId, arrived, ...doing }, work) => {
    if (!arrived) return act(work, replyId, "unreached", doing);
    const actor = useTenantActor();
    const byName = actor.type === "member" ? actor.name : "Frontdesk";
    return act(work, replyId, "confirm", {
      ...doing,
      changes: () => ({ confirmed: { by: actorRef(actor), byName, at: work.now } }),
    });
  },
});

/** A letter came back undelivered: it can be sent again. */
export const replyCameBack = verb({
  name: "reply.cameBack",
  may: "ticket.dispatch",
  input: said,
  output: replyView,
  run: ({ replyId, ...doing }, work) =>
    act(work, replyId, "cameBack", {
      ...doing,
      changes: ({ sendings }) => ({
        sendings: sendings.map((one, index) =>
          index === sendings.length - 1 ? { ...one, cameBackAt: work.now } : one,
        ),
      }),
    }),
});

/** Closes a letter that was sent though nobody could be asked whether it arrived. */
export const archiveReply = verb({
  name: "reply.archive",
  may: "ticket.dispatch",
  input: said,
  output: replyView,
  run: ({ replyId, ...doing }, work) => act(work, replyId, "archive", doing),
});
