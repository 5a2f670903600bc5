import { Message } from "../message/message.entity";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { SurveyInvitation } from "./invitation.entity";

type MessageItem = ItemOf<typeof Message>;

/**
 * Notes with the household what became of its letter: one that failed for good, when none before it has left, makes
 * it undeliverable; one that left takes that back.
 */
export async function noteDelivery(work: Work, letter: MessageItem): Promise<void> {
  const { aboutId: invitationId, state, template, to } = letter;
  if (!invitationId || (state !== "sent" && state !== "failed")) return;
  // Before the first letter none has failed.
  if (state === "sent" && template === "surveyInvitation") return;
  const invitation = await SurveyInvitation.get({ invitationId });
  if (!invitation || (state === "failed" && (await anotherLeft(letter)))) return;
  const failedAt = state === "failed" ? to : undefined;
  if (failedAt !== invitation.failedAt) work.patch(SurveyInvitation, invitation, { failedAt });
}

/** Whether some other letter to the household has left, or may have. */
async function anotherLeft({ messageId, aboutId = "" }: MessageItem): Promise<boolean> {
  const { items } = await Message.query("gsi1", ["message", aboutId]);
  return items.some(
    (one) => one.messageId !== messageId && (one.state === "sent" || one.state === "unknown"),
  );
}
