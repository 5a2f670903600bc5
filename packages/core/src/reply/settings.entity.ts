import * as z from "zod";
import { entity, type ItemOf } from "../table/entity";
import { signersSchema } from "./review";

/** What stands on a firm's letters beside its name. */
export const letterheadSchema = z.object({
  address: z.string().trim().max(120).optional(),
  phone: z.string().trim().max(40).optional(),
  /** Under the firm's name at the end, where the seal goes; the name again where there is none. */
  seal: z.string().trim().max(60).optional(),
});

/** How a firm writes letters: its letterhead, who usually signs, and how soon it asks whether they arrived. */
export const replySettingsSchema = z.object({
  letterhead: letterheadSchema,
  signers: signersSchema,
  confirmDays: z.int().min(1).max(30),
});

export const ReplySettings = entity({
  name: "replySettings",
  schema: replySettingsSchema,
  key: (_: { tenantId?: string }) => [["replySettings"], "replySettings"],
});

/** What holds where a firm has not said otherwise. */
export const usualSettings: z.output<typeof replySettingsSchema> = {
  letterhead: {},
  signers: {},
  confirmDays: 3,
};

/** The acting firm's settings; the usual ones where it has set none. */
export const replySettings = async (): Promise<ItemOf<typeof ReplySettings> | typeof usualSettings> =>
  (await ReplySettings.get({})) ?? usualSettings;
