import * as z from "zod";
import { useTenantId } from "../context";
import { verb } from "../verb";
import { ReplySettings, replySettings, replySettingsSchema, usualSettings } from "./settings.entity";
import { needSigners } from "./signers";

/** How the firm writes letters. */
export const getReplySettings = verb({
  name: "reply.getSettings",
  may: "ticket.dispatch",
  input: z.strictObject({}),
  output: replySettingsSchema,
  run: () => replySettings(),
});

/** Changes how the firm writes letters; letters that are approved keep the head they have. */
export const changeReplySettings = verb({
  name: "reply.changeSettings",
  may: "tenant.manage",
  input: replySettingsSchema.partial().strict(),
  output: replySettingsSchema,
  run: async (changes, work) => {
    if (changes.signers) await needSigners(changes.signers);
    work.about(useTenantId());
    const before = await ReplySettings.get({});
    if (before) return work.patch(ReplySettings, before, changes);
    return work.create(ReplySettings, { ...usualSettings, ...changes }, "race");
  },
});
