import * as z from "zod";
import { useTenantActor } from "../context";
import { idOf } from "../id";
import { Message, messageStates } from "../message/message.entity";
import { verb } from "../verb";
import { needReply } from "./act";
import { partiesOf } from "./party";
import { type ReplyItem, ReplyStep, ReplyText, replyStepSchema, replyTextSchema } from "./reply.entity";
import { actions, table } from "./states";
import { replyView } from "./view";

/** A letter with all its versions and its history, oldest first, and what the acting member may do with it now. */
export const getReply = verb({
  name: "reply.get",
  may: "ticket.read",
  input: z.strictObject({ replyId: idOf("reply") }),
  output: replyView.extend({
    versions: z.array(replyTextSchema.omit({ replyId: true })),
    history: z.array(replyStepSchema.omit({ replyId: true })),
    may: z.array(z.enum(actions)),
    /** What became of the mail it was last sent by. */
    mail: z.enum(messageStates).optional(),
  }),
  run: async ({ replyId }) => {
    const reply = await needReply(replyId);
    const [versions, history, mail] = await Promise.all([
      ReplyText.query("table", [replyId], { begins: "text#", limit: 500 }),
      ReplyStep.query("table", [replyId], { begins: "step#", limit: 1_000 }),
      mailOf(reply),
    ]);
    const standing = partiesOf(useTenantActor(), reply);
    const may = actions.filter((action) =>
      table[reply.state][action]?.who.some((party) => standing.has(party)),
    );
    return { ...reply, versions: versions.items, history: history.items, may, mail };
  },
});

async function mailOf({ sendings }: ReplyItem) {
  const messageId = sendings.at(-1)?.messageId;
  return messageId ? (await Message.get({ messageId }))?.state : undefined;
}
