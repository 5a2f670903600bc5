import * as z from "zod";
import { awsFetch } from "../aws/call";
import { useTenantId } from "../context";
import { needSetting } from "../environment/settings";

/** What lies in the queue of messages to be sent: whose it is and its id, never its words. */
export const queuedMessage = z.object({ tenantId: z.string(), messageId: z.string() });

/** Puts a message of the acting tenant into the queue `FRONTDESK_QUEUE`; its sender looks at it as it is by then. */
export async function enqueueMessage(messageId: string): Promise<void> {
  const url = needSetting("FRONTDESK_QUEUE");
  const queued: z.input<typeof queuedMessage> = { tenantId: useTenantId(), messageId };
  await awsFetch("sqs", {
    ...{ method: "POST", url: new URL("/", url).toString() },
    headers: { "content-type": "application/x-amz-json-1.0", "x-amz-target": "AmazonSQS.SendMessage" },
    body: JSON.stringify({ QueueUrl: url, MessageBody: JSON.stringify(queued) }),
  });
}
