import * as z from "zod";
import { instant, month } from "../clock";
import { idOf } from "../id";
import { entity, type ItemOf } from "../table/entity";

/**
 * A project's month of which headquarters draws a sample to be called a second time (domain.md, system 5), once it is
 * over. There is one as soon as a satisfied resident was reached in that month.
 */
export const CallbackSample = entity({
  name: "callbackSample",
  schema: z.object({
    projectId: idOf("project"),
    month,
    drawAt: instant,
    drawnAt: instant.optional(),
    /** Where drawing goes on. */
    after: z.string().optional(),
  }),
  key: (key: { projectId: string; month: string }) => [[key.projectId, "callbackSample"], key.month],
  due: ({ drawnAt, drawAt }) => (drawnAt ? undefined : { kind: "callbackSample", at: drawAt }),
});
export type SampleItem = ItemOf<typeof CallbackSample>;
