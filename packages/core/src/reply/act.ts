import { actorRef, type TenantActor } from "../actor";
import { useTenantActor } from "../context";
import { conflict, notFound } from "../error";
import type { Work } from "../table/work";
import { followSending } from "./confirmation.entity";
import { type Given, nextState, partiesOf, sees } from "./party";
import { Reply, type ReplyItem, ReplyStep } from "./reply.entity";
import { answered } from "./review";
import type { Action } from "./states";
import { passTurns } from "./turn.entity";

export type Changes = Partial<ReplyItem>;
export type Doing = Given & {
  rev?: number;
  /** What else the action changes, once the table has let it. */
  changes?: (reply: ReplyItem) => Promise<Changes> | Changes;
};

/** The letter, where it is there for the actor. Throws `not_found`. */
export async function needReply(replyId: string): Promise<ReplyItem> {
  const reply = await Reply.need({ replyId });
  if (!sees(useTenantActor(), reply)) throw notFound();
  return reply;
}

/**
 * One action on a letter: loads it, asks the table, writes the letter, a step of its history, whose turn it is and the
 * call about its arrival into the work. Throws `not_found` out of sight, `conflict` for a stale revision or an unfitting
 * state, `forbidden`.
 */
export async function act(
  work: Work,
  replyId: string,
  action: Action,
  doing: Doing = {},
): Promise<ReplyItem> {
  const actor = useTenantActor();
  const before = await needReply(replyId);
  const { rev, changes, ...given } = doing;
  if (rev !== undefined && rev !== before.rev)
    throw conflict("Somebody changed this letter in between, please look at it again", "rev");
  const reviews = reviewsAfter(before, action, actor, given.note, work.now);
  const left = reviews.filter(({ answer }) => answer === "waiting").length;
  const state = nextState(before, action, partiesOf(actor, before), given, left);
  const reply = work.patch(Reply, before, {
    reviews,
    ...(await changes?.(before)),
    state,
    ...(state === "archived" && { archivedAt: work.now }),
    steps: before.steps + 1,
  });
  noteStep(work, reply, action, before.state, given.note);
  await passTurns(work, reply);
  await followSending(work, reply, action === "unreached");
  work.about(replyId, reply.projectId, action);
  return reply;
}

/** The reviews with the actor's answer; none are left of a letter that its drafter takes back. */
function reviewsAfter(
  reply: ReplyItem,
  action: Action,
  actor: TenantActor,
  note: string | undefined,
  at: string,
) {
  if (action === "recall") return [];
  if (action !== "agree" && action !== "giveBack") return reply.reviews;
  const answer = action === "agree" ? ("agreed" as const) : ("givenBack" as const);
  return answered(reply.reviews, actorRef(actor), { answer, at, note, version: reply.version });
}

/** Adds a step to a letter's history. */
export function noteStep(
  work: Work,
  reply: ReplyItem,
  action: Action | "draft",
  from: ReplyItem["state"] | undefined,
  note: string | undefined,
) {
  const actor = useTenantActor();
  const { replyId, steps: step, version, state: to } = reply;
  const who = { by: actorRef(actor), byName: actor.type === "member" ? actor.name : "Frontdesk" };
  work.create(ReplyStep, { replyId, step, action, at: work.now, ...who, from, to, version, note }, "race");
}
