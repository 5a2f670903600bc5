import { storage } from "../attachment/storage";
import { withActor } from "../context";
import { notFound } from "../error";
import { openLink } from "../link/link";
import { tenantProfile } from "../tenant/profile";
import { paperKey } from "./paper-key";
import { Reply, type ReplyItem } from "./reply.entity";

export type OpenedLetter = {
  firm: string;
  locale: ReplyItem["locale"];
  number: string;
  subject: string;
  paragraphs: string[];
  expired: boolean;
  /** The paper as it was sent. */
  paper: () => Promise<Uint8Array>;
};

/** The letter that a link opens, for whom it was sent to. Throws `not_found` for any other link. */
export async function openReplyLetter(token: string): Promise<OpenedLetter> {
  const { kind, tenantId, subjectId, expired } = await openLink(token);
  if (kind !== "reply") throw notFound();
  return withActor({ type: "resident", tenantId, subjectId }, async () => {
    const [reply, profile] = await Promise.all([Reply.need({ replyId: subjectId }), tenantProfile()]);
    const { number = "", subject, body, locale, letterhead } = reply;
    return {
      ...{ locale, number, subject, expired, firm: letterhead?.name ?? profile.name },
      paragraphs: body.split("\n").filter((line) => line.trim() !== ""),
      paper: async () => {
        const kept = await storage().get(paperKey(reply));
        if (!kept) throw notFound();
        return kept;
      },
    };
  });
}
