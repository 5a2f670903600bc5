import * as z from "zod";
import { replySchema } from "./reply.entity";

/** A letter as members see it. */
export const replyView = replySchema.omit({ steps: true }).extend({ rev: z.int() });

/** A letter in a list. */
export const replySummary = replySchema
  .pick({
    replyId: true,
    number: true,
    projectId: true,
    ticketId: true,
    ticketNumber: true,
    houseCode: true,
    subject: true,
    state: true,
    draftedByName: true,
    createdAt: true,
  })
  .extend({ to: replySchema.shape.to.pick({ name: true }) });
