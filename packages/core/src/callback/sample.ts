import * as z from "zod";
import { instantOf, monthOf, month as monthSchema, startOfDate } from "../clock";
import { idOf } from "../id";
import { seen } from "../seen";
import { type DueKey, sweep } from "../table/due";
import type { Page } from "../table/page";
import type { Work } from "../table/work";
import { tenantProfile } from "../tenant/profile";
import { tenantZone } from "../tenant/zone";
import { verb } from "../verb";
import { Callback, type CallbackItem, written } from "./callback.entity";
import { CallbackSample, type SampleItem } from "./sample.entity";
import { SecondCallback, secondOf } from "./second.entity";

/** Written in one transaction; a larger sample is drawn in several. */
const perStep = 80;
/** Percent, where the firm has said nothing. */
const defaultShare = 10;

const hasSample = seen(
  async (of: { projectId: string; month: string }) => (await CallbackSample.get(of)) !== undefined,
);

/** Has a satisfied resident who is reached now stand in the month's sample; returns what their callback notes of it. */
export async function joinSample(work: Work, projectId: string): Promise<{ satisfiedIn: string }> {
  const zone = await tenantZone();
  const month = monthOf(work.now, zone);
  const drawAt = instantOf(`${monthAfter(month)}-01T09:00:00.000`, zone);
  if (!(await hasSample({ projectId, month }, `${projectId}#${month}`)))
    work.create(CallbackSample, { projectId, month, drawAt }, "race");
  return { satisfiedIn: month };
}

/** Draws a project's sample of a month that is over, or goes on drawing it. */
const drawSample = verb({
  name: "callback.drawSample",
  may: "system",
  input: z.strictObject({ projectId: idOf("project"), month: monthSchema }),
  output: z.object({ drawn: z.int() }),
  run: async (key, work) => {
    const sample = await CallbackSample.need(key);
    if (sample.drawnAt || sample.drawAt > work.now) return { drawn: 0 };
    const [{ secondCallbackShare = defaultShare }, zone] = await Promise.all([tenantProfile(), tenantZone()]);
    const { items, cursor } = await drawn(sample, secondCallbackShare / 100);
    const dueAt = startOfDate(`${monthAfter(monthAfter(key.month))}-01`, zone);
    for (const callback of items) work.create(SecondCallback, secondOf(callback, key.month, dueAt), "race");
    work.patch(CallbackSample, sample, { after: cursor, drawnAt: cursor ? undefined : work.now });
    work.about(key.projectId, key.projectId, { month: key.month, drawn: items.length });
    return { drawn: items.length };
  },
});

/**
 * The callbacks of paid work, all of them, and of the rest those whose lots lie below the share; the lowest lot's where
 * there are none. The lots follow from the callbacks themselves, so that drawing again draws the same.
 */
async function drawn({ projectId, month, after }: SampleItem, share: number): Promise<Page<CallbackItem>> {
  const place = [projectId, "calledBack", month];
  const between = ["0", written(share)] as const;
  const below = await Callback.query("gsi2", place, { between, limit: perStep, cursor: after });
  if (below.items.length > 0 || below.cursor || after) return below;
  const { items } = await Callback.query("gsi2", place, { limit: 1 });
  return { items };
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
}

/** The schedule that draws the samples of months that are over. */
export const drawSamples = () =>
  sweep("callbackSample", ({ pk, sk }: DueKey) =>
    drawSample({ projectId: pk.split("#")[1] ?? "", month: sk }),
  );
