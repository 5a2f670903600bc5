import { createHash } from "node:crypto";
import * as z from "zod";
import { isoNow, plus } from "../clock";
import { withActor } from "../context";
import { idOf } from "../id";
import { table } from "../table/client";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { verb } from "../verb";
import { Message } from "./message.entity";
import { outcomeOf } from "./outcomes";
import { addressHash, Suppression, suppressionCauses } from "./suppression.entity";

type MessageItem = ItemOf<typeof Message>;

/** For so long a network tells what became of an SMS. */
const receiptDays = 4;

/** Whether something came back from this address before, so that nothing more goes there. */
export async function suppressionOf({ kind, to }: Pick<MessageItem, "kind" | "to">) {
  return Suppression.get({ kind, hash: addressHash(to) }, { consistent: false });
}

/**
 * What came back of a message that had been handed over: it could not be delivered (`failed`), and with a cause
 * nothing more goes to its address. Doing it twice does nothing the second time.
 */
const noteReturned = verb({
  name: "message.returned",
  may: "system",
  input: z.strictObject({
    messageId: idOf("message"),
    reason: z.string().max(300),
    cause: z.enum(suppressionCauses).optional(),
  }),
  output: z.object({ noted: z.boolean() }),
  run: async ({ messageId, reason, cause }, work) => {
    const message = await Message.get({ messageId });
    if (!message) return { noted: false };
    const returned = cause !== "complaint" && message.state !== "failed";
    if (returned) {
      const next = work.patch(Message, message, { state: "failed", reason, leaseUntil: undefined });
      await outcomeOf(message.template)?.(work, next);
    }
    const key = { kind: message.kind, hash: addressHash(message.to) };
    const suppressed = cause !== undefined && !(await Suppression.get(key));
    if (cause && suppressed) work.create(Suppression, { ...key, cause, messageId, at: isoNow() }, "race");
    if (returned || suppressed) work.about(messageId, undefined, reason);
    return { noted: returned || suppressed };
  },
});

/** `noteReturned` for a message of a tenant that the channel named. */
export const messageReturned = (tenantId: string, input: Parameters<typeof noteReturned>[0]) =>
  withActor({ type: "system", tenantId }, () => noteReturned(input));

/** A network names an SMS by its own reference: like a link's token, kept as a hash that belongs to no tenant. */
const receiptKey = (reference: string) => ({
  pk: `link#${createHash("sha256").update(`sms ${reference}`).digest("hex")}`,
  sk: "receipt",
});

/** Adds to the work by which a later receipt finds the message. */
export function expectReceipt(work: Work, { messageId }: Pick<MessageItem, "messageId">, reference: string) {
  const expiresAt = Math.floor(Date.parse(plus(isoNow(), { days: receiptDays })) / 1000);
  const record = { ...receiptKey(reference), tenantId: work.tenantId, messageId, expiresAt, rev: 1 };
  work.put(record, "attribute_not_exists(pk)", {}, "race");
}

const pointer = z.object({ tenantId: z.string(), messageId: z.string() });

/** What a network said of an SMS by its reference; undelivered ones are noted, unknown references passed over. */
export async function receiptCame(receipt: { reference: string; delivered: boolean; reason: string }) {
  if (receipt.delivered) return;
  const { Item } = await table.get({ Key: receiptKey(receipt.reference), ConsistentRead: true });
  const found = pointer.safeParse(Item);
  if (!found.success) return;
  const { tenantId, messageId } = found.data;
  await messageReturned(tenantId, { messageId, reason: receipt.reason.slice(0, 300) });
}
