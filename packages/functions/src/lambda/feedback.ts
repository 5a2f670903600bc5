import { messageReturned } from "@frontdesk/core/message/feedback";
import * as z from "zod";
import { invoked } from "./invocation";

export type NotificationEvent = { Records: { Sns: { Message: string } }[] };

const tag = z.array(z.string()).min(1);
/** What of SES's events is looked at (Amazon SES, "Contents of event data that SES publishes to SNS"). */
const told = z.object({
  mail: z.object({ tags: z.object({ message: tag, tenant: tag }) }),
  bounce: z.object({ bounceType: z.string(), bounceSubType: z.string() }).optional(),
  complaint: z.object({ complaintFeedbackType: z.string().optional() }).optional(),
});

/** What SES says once, when it is told of the topic: words, where all that comes later is JSON. */
const isGreeting = (message: string) => !message.startsWith("{");

/** Notes which mails came back, and who complained of one: nothing more goes to them. */
export const handler = invoked(async ({ Records }: NotificationEvent) => {
  for (const { Sns } of Records) {
    if (isGreeting(Sns.Message)) continue;
    const { mail, bounce, complaint } = told.parse(JSON.parse(Sns.Message));
    const [[messageId = ""], [tenantId = ""]] = [mail.tags.message, mail.tags.tenant];
    if (bounce) {
      const cause = bounce.bounceType === "Permanent" ? "bounce" : undefined;
      const reason = `The mail came back: ${bounce.bounceType} ${bounce.bounceSubType}`;
      await messageReturned(tenantId, { messageId, reason, cause });
    } else if (complaint) {
      const reason = `Its receiver complained: ${complaint.complaintFeedbackType ?? "no reason given"}`;
      await messageReturned(tenantId, { messageId, reason, cause: "complaint" });
    }
  }
});
