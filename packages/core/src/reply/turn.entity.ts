import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { publicUrl } from "../link/url";
import { Member } from "../member/member.entity";
import { queueMessage } from "../message/outbox";
import { entity } from "../table/entity";
import type { Work } from "../table/work";
import { tenantProfile } from "../tenant/profile";
import type { ReplyItem } from "./reply.entity";
import { inTurn } from "./review";

/** A letter that waits for one member: to review it, to approve it, or to draft it anew. */
export const replyTurnSchema = z.object({
  replyId: idOf("reply"),
  memberId: idOf("member"),
  /** Missing on those of earlier versions. */
  ticketId: idOf("ticket").optional(),
  to: z.enum(["review", "approve", "revise"]),
  projectId: idOf("project"),
  ticketNumber: z.string(),
  subject: z.string(),
  since: instant,
});
type Turn = z.output<typeof replyTurnSchema>;

/** With its letter; found by the member (gsi3). */
export const ReplyTurn = entity({
  name: "replyTurn",
  hiddenBy: ({ ticketId }) => ticketId,
  schema: replyTurnSchema,
  key: (key: { replyId: string; memberId: string }) => [[key.replyId], `turn#${key.memberId}`],
  indexes: { gsi3: ({ memberId, replyId }) => [[memberId, "replyTurn"], replyId] },
});

/** For whom a letter waits now. */
export function turnsOf(reply: ReplyItem): Pick<Turn, "memberId" | "to">[] {
  const { state, reviews, signers, draftedBy } = reply;
  if (state === "reviewing")
    return [...new Set(inTurn(reviews).map(({ memberId }) => memberId))].map((memberId) => ({
      memberId,
      to: "review",
    }));
  if (state === "reviewed" && signers.approver) return [{ memberId: signers.approver, to: "approve" }];
  const givenBack = state === "draft" && reviews.length > 0;
  return givenBack ? [{ memberId: draftedBy, to: "revise" }] : [];
}

/** Brings the turns of a letter in line with it, and tells those whose turn it has become. */
export async function passTurns(work: Work, reply: ReplyItem) {
  const { replyId, projectId, ticketId, ticketNumber, subject } = reply;
  const before = (await ReplyTurn.query("table", [replyId], { begins: "turn#", limit: 50 })).items;
  const wanted = turnsOf(reply);
  for (const turn of before) {
    const still = wanted.find(({ memberId }) => memberId === turn.memberId);
    if (!still) work.remove(ReplyTurn, turn);
    else if (still.to !== turn.to || turn.subject !== subject)
      work.patch(ReplyTurn, turn, { to: still.to, subject, since: work.now });
  }
  const fresh = wanted.filter(({ memberId }) => !before.some((turn) => turn.memberId === memberId));
  for (const turn of fresh)
    work.create(
      ReplyTurn,
      { ...turn, replyId, projectId, ticketId, ticketNumber, subject, since: work.now },
      "race",
    );
  await tell(
    work,
    reply,
    "replyTurn",
    fresh.map(({ memberId }) => memberId),
  );
}

/** Writes to members about a letter: that it is their turn, or that a copy is there for them. */
export async function tell(
  work: Work,
  { replyId, number, ticketNumber, subject }: ReplyItem,
  key: "replyTurn" | "replyCopy",
  memberIds: readonly string[],
) {
  if (memberIds.length === 0) return;
  const [profile, members] = await Promise.all([
    tenantProfile(),
    Member.batch(memberIds.map((memberId) => ({ memberId }))),
  ]);
  const values = { number: number ?? ticketNumber, subject, url: `${publicUrl()}/replies/${replyId}` };
  for (const { phone, email, locale, state } of members)
    if (state === "active")
      queueMessage(work, profile, { key, values, to: { phone, email, locale }, aboutId: replyId });
}
