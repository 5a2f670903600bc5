import { withActor } from "@frontdesk/core/context";
import { secrets } from "@frontdesk/core/environment/secret";
import { setting } from "@frontdesk/core/environment/settings";
import { channelsFromEnvironment } from "@frontdesk/core/message/channel/choose";
import { queuedMessage } from "@frontdesk/core/message/queue";
import { sendMessage } from "@frontdesk/core/message/sender";

export type QueueEvent = { Records: { messageId: string; body: string }[] };
type QueueAnswer = { batchItemFailures: { itemIdentifier: string }[] };

const webhook = setting("SMS_CHANNEL") === "webhook";
const channels = channelsFromEnvironment({
  ...process.env,
  ...(webhook && (await secrets("SMS_WEBHOOK_SECRET"))),
});

/** Sends the messages of a batch from the queue; those that could not be looked at come again. */
export async function handler({ Records }: QueueEvent): Promise<QueueAnswer> {
  const failed = await Promise.all(
    Records.map(({ messageId, body }) => send(body).catch(failure(messageId))),
  );
  return {
    batchItemFailures: failed.flatMap((itemIdentifier) => (itemIdentifier ? { itemIdentifier } : [])),
  };
}

async function send(body: string): Promise<undefined> {
  const { tenantId, messageId } = queuedMessage.parse(JSON.parse(body));
  await withActor({ type: "system", tenantId }, () => sendMessage(messageId, channels));
}

const failure = (itemIdentifier: string) => (error: unknown) => {
  console.error(JSON.stringify({ level: "error", queue: itemIdentifier, error: String(error) }));
  return itemIdentifier;
};
