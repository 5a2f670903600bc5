import * as z from "zod";
import { publicUrl } from "../link/url";
import { queueMessage } from "../message/outbox";
import { type DueKey, sweep } from "../table/due";
import { tenantProfile } from "../tenant/profile";
import { managersOf } from "../ticket/people";
import { verb } from "../verb";
import { Callback, type CallbackItem } from "./callback.entity";

/** Tells the project's managers that a callback is overdue, once, and takes it out of the due index. */
const tellOverdue = verb({
  name: "callback.overdue",
  may: "system",
  input: z.strictObject({ ticketId: z.string(), completion: z.int() }),
  output: z.object({ told: z.int() }),
  run: async (key, work) => {
    const callback = await Callback.get(key);
    if (callback?.state !== "due" || callback.toldAt || callback.dueAt > work.now) return { told: 0 };
    const [profile, managers] = await Promise.all([
      tenantProfile(),
      managersOf(callback.projectId, callback),
    ]);
    const values = overdueValues(callback, work.now);
    const sent = managers.map(({ phone, email, locale }) =>
      queueMessage(work, profile, {
        key: "callbackOverdue",
        values,
        to: { phone, email, locale },
        aboutId: callback.ticketId,
      }),
    );
    work.patch(Callback, callback, { toldAt: work.now });
    work.about(callback.ticketId, callback.projectId);
    return { told: sent.filter((id) => id !== undefined).length };
  },
});

function overdueValues(callback: CallbackItem, now: string) {
  const { number, houseCode, reporterName, dueAt, ticketId } = callback;
  const overdue = Date.parse(now) - Date.parse(dueAt);
  return {
    number,
    house: houseCode ?? reporterName,
    hours: Math.max(1, Math.round(overdue / 3_600_000)),
    url: `${publicUrl()}/tickets/${ticketId}`,
  };
}

/** The schedule of callbacks: whatever has become overdue is told of. Running it twice tells nothing twice. */
export const sweepCallbacks = () => sweep("callback", tellOf);

function tellOf({ pk, sk }: DueKey) {
  const [, ticketId = ""] = pk.split("#");
  return tellOverdue({ ticketId, completion: Number(sk.slice("callback#".length)) });
}
