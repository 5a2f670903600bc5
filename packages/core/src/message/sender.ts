import { isoNow, plus } from "../clock";
import { withActor } from "../context";
import { sweep } from "../table/due";
import type { ItemOf } from "../table/entity";
import { Race, Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { type Channel, ChannelUnreachable, type Receipt } from "./channel/channel";
import { sendableAt } from "./channel/quiet";
import { expectReceipt, suppressionOf } from "./feedback";
import { Message } from "./message.entity";
import { outcomeOf } from "./outcomes";

/** The ways out, one for each kind of message. */
export type Channels = { mail: Channel<"mail">; sms: Channel<"sms"> };
/** Hands a message of the acting tenant on to be sent: at once through channels, or by way of a queue. */
export type Post = (messageId: string) => Promise<unknown>;
type MessageItem = ItemOf<typeof Message>;

/** How long a sender may take before another may look into what became of it. */
const leaseSeconds = 120;
/** After so many tries with nobody answering, a message has failed. */
const maxAttempts = 8;
/** Writers of other records that a message's end may meet in turn. */
const maxRaces = 12;

/**
 * Sends one message if it is waiting and its hour has come. Safe to call any number of times at once: the claim is
 * a conditional write, and a message whose sender died is looked up at its channel, never blindly sent again.
 */
export async function sendMessage(messageId: string, channels: Channels): Promise<void> {
  const message = await Message.get({ messageId });
  if (!message || message.notBefore > isoNow()) return;
  if (message.state === "sending") return settleExpired(message, channels);
  if (message.state !== "pending") return;
  const later = message.kind === "sms" ? await quietUntil(message) : undefined;
  if (later) return void (await change(message, { notBefore: later }));
  const suppressed = await suppressionOf(message);
  if (suppressed) return finish(message, { state: "withheld", reason: `after a ${suppressed.cause}` });
  const claimed = await change(message, {
    state: "sending",
    attempts: message.attempts + 1,
    leaseUntil: plus(isoNow(), { seconds: leaseSeconds }),
  });
  if (claimed) await deliver(claimed, channels);
}

/** Sends through channels at once. */
export const postThrough =
  (channels: Channels): Post =>
  (messageId) =>
    sendMessage(messageId, channels);

/** Posts everything that is due: what the stream lost, what waited for its hour, what a dead sender left. */
export const sweepMessages = (post: Post) =>
  sweep("message", ({ pk }) => post(pk.slice(pk.indexOf("#") + 1)));

async function quietUntil(message: MessageItem): Promise<string | undefined> {
  const { zone } = await Tenant.need({});
  const now = isoNow();
  const at = sendableAt(now, zone, message.urgent);
  return at > now ? at : undefined;
}

async function deliver(message: MessageItem, channels: Channels) {
  try {
    const receipt = await handOver(message, channels);
    if (receipt.status === "sent")
      await finish(message, { state: "sent", reference: receipt.reference }, receipt.reported);
    else await finish(message, { state: "failed", reason: receipt.reason });
  } catch (error) {
    const reason = error instanceof Error ? error.message.slice(0, 300) : "unknown error";
    if (error instanceof ChannelUnreachable) await putOff(message, reason);
    else await finish(message, { state: "unknown", reason });
  }
}

/** Nothing was handed over: wait longer each time, then give up. */
async function putOff(message: MessageItem, reason: string) {
  if (message.attempts >= maxAttempts) return finish(message, { state: "failed", reason });
  const notBefore = plus(isoNow(), { minutes: 2 ** message.attempts });
  await change(message, { state: "pending", leaseUntil: undefined, notBefore, reason });
}

/** A lease ran out: ask the channel whether the message left; when it cannot tell, say so and stop. */
async function settleExpired(message: MessageItem, channels: Channels) {
  if (!message.leaseUntil || message.leaseUntil > isoNow()) return;
  const found = await channels[message.kind].lookup(message.messageId);
  if (found === "sent") await finish(message, { state: "sent", reference: "looked up" });
  else if (found === "unknown")
    await finish(message, { state: "unknown", reason: "The sender stopped before it knew the outcome" });
  else {
    const pending = await change(message, { state: "pending", leaseUntil: undefined });
    if (pending) await sendMessage(message.messageId, channels);
  }
}

/** The end of a message, and with it what hangs on it; again when somebody else changed that in between. */
async function finish(message: MessageItem, changes: Partial<MessageItem>, expects = false) {
  const own = outcomeOf(message.template);
  const outcome: ReturnType<typeof outcomeOf> = expects
    ? async (work, next) => {
        expectReceipt(work, next, next.reference ?? "");
        await own?.(work, next);
      }
    : own;
  for (let tried = 1; tried <= maxRaces; tried++) {
    if (await change(message, { ...changes, leaseUntil: undefined }, outcome)) return;
    if (!outcome || (await Message.get(message))?.rev !== message.rev) return;
  }
  throw new Error(`What hangs on ${message.messageId} keeps changing`);
}

/** Writes a step of the sender, or undefined when another writer was first. */
async function change(
  message: MessageItem,
  changes: Partial<MessageItem>,
  outcome?: ReturnType<typeof outcomeOf>,
): Promise<MessageItem | undefined> {
  const work = new Work(message.tenantId);
  const next = work.patch(Message, message, changes);
  await outcome?.(work, next);
  try {
    await work.commit();
    return next;
  } catch (error) {
    if (error instanceof Race) return undefined;
    throw error;
  }
}

function handOver(message: MessageItem, channels: Channels): Promise<Receipt> {
  const { messageId: id, fromName: name, signature, urgent, to, text } = message;
  const common = { id, tenantId: message.tenantId, from: { name, signature }, urgent, to, text };
  if (message.kind === "sms") {
    const template = { name: message.template, values: message.templateValues ?? {} };
    return channels.sms.send({ ...common, kind: "sms", template });
  }
  const { subject = "", html = "", headers } = message;
  return channels.mail.send({ ...common, kind: "mail", subject, html, headers });
}

/** Posts the messages among records the stream told of, each as the service acting for its tenant. */
export async function postFromStream(keys: readonly { pk: string }[], post: Post) {
  for (const { pk } of keys) {
    const [tenantId = "", messageId = ""] = pk.split("#");
    await withActor({ type: "system", tenantId }, () => post(messageId));
  }
}
