import * as z from "zod";
import { awsFetch } from "../aws/call";
import { useTenantId } from "../context";
import { needSetting } from "../environment/settings";

/** What lies in the queue of messages to be sent: whose it is and its id, never its words. */
export const queuedMessage = z.object({ tenantId: z.string(), messageId: z.string() });

async function ask(action: string, body: object): Promise<Response> {
  const QueueUrl = needSetting("FRONTDESK_QUEUE");
  return awsFetch("sqs", {
    ...{ method: "POST", url: new URL("/", QueueUrl).toString() },
    headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": `AmazonSQS.${action}` },
    body: JSON.stringify({ QueueUrl, ...body }),
  });
}

/** Puts a message of the acting tenant into the queue `FRONTDESK_QUEUE`; its sender looks at it as it is by then. */
export async function enqueueMessage(messageId: string): Promise<void> {
  const queued: z.input<typeof queuedMessage> = { tenantId: useTenantId(), messageId };
  await ask("SendMessage", { MessageBody: JSON.stringify(queued) });
}

const attributes = z.object({ Attributes: z.object({ ApproximateNumberOfMessages: z.coerce.number() }) });

/** About how many messages wait in the queue. */
export async function queueDepth(): Promise<number> {
  const answer = await ask("GetQueueAttributes", { AttributeNames: ["ApproximateNumberOfMessages"] });
  return attributes.parse(await answer.json()).Attributes.ApproximateNumberOfMessages;
}
