import { gunzipSync } from "node:zlib";
import { receiptCame } from "@frontdesk/core/message/feedback";
import * as z from "zod";
import { invoked } from "./invocation";

/** How CloudWatch Logs hands lines on: packed, in base64. */
export type LogEvent = { awslogs: { data: string } };

const lines = z.object({ messageType: z.string(), logEvents: z.array(z.object({ message: z.string() })) });
/** What of SNS's log of an SMS is looked at (Amazon SNS, "Viewing CloudWatch metrics and logs for SMS"). */
const told = z.object({
  notification: z.object({ messageId: z.string() }),
  status: z.string(),
  delivery: z.object({ providerResponse: z.string().default("") }).prefault({}),
});

/** Notes which SMS the network could not deliver. */
export const handler = invoked(async ({ awslogs }: LogEvent) => {
  const { messageType, logEvents } = lines.parse(
    JSON.parse(gunzipSync(Buffer.from(awslogs.data, "base64")).toString("utf8")),
  );
  if (messageType !== "DATA_MESSAGE") return;
  for (const { message } of logEvents) {
    const { notification, status, delivery } = told.parse(JSON.parse(message));
    await receiptCame({
      reference: notification.messageId,
      delivered: status === "SUCCESS",
      reason: `The network did not deliver it: ${delivery.providerResponse}`,
    });
  }
});
