import { withActor } from "@frontdesk/core/context";
import { secrets } from "@frontdesk/core/environment/secret";
import { setting } from "@frontdesk/core/environment/settings";
import { log, told } from "@frontdesk/core/log";
import { channelsFromEnvironment } from "@frontdesk/core/message/channel/choose";
import { queuedMessage } from "@frontdesk/core/message/queue";
import { sendMessage } from "@frontdesk/core/message/sender";
import { invoked } from "./invocation";

export type QueueEvent = { Records: { messageId: string; body: string }[] };
type QueueAnswer = { batchItemFailures: { itemIdentifier: string }[] };

const webhook = setting("SMS_CHANNEL") === "webhook";
const channels = channelsFromEnvironment({
  ...process.env,
  ...(webhook && (await secrets("SMS_WEBHOOK_SECRET"))),
});

/** Sends the messages of a batch from the queue; those that could not be looked at come again. */
export const handler = invoked(async ({ Records }: QueueEvent): Promise<QueueAnswer> => {
  const failed = await Promise.all(
    Records.map(({ messageId, body }) =>
      send(body).then(
        () => undefined,
        () => messageId,
      ),
    ),
  );
  return {
    batchItemFailures: failed.flatMap((itemIdentifier) => (itemIdentifier ? { itemIdentifier } : [])),
  };
});

async function send(body: string) {
  const { tenantId, messageId } = queuedMessage.parse(JSON.parse(body));
  await withActor({ type: "system", tenantId }, async () => {
    try {
      await sendMessage(messageId, channels);
    } catch (error) {
      log("error", { message: messageId, error: told(error) });
      throw error;
    }
  });
}
