import * as z from "zod";
import type { Actor } from "../actor";
import { isoNow, plus } from "../clock";
import { useActor } from "../context";
import { reaches } from "../member/scope";
import { verb } from "../verb";
import { Call, type CallItem, callSchema } from "./call.entity";
import { type Line, Telephone } from "./telephone.entity";

/** So long a call that rings, or was answered, is of use to who is at the line; then its end was not reported. */
const ringingMinutes = 2;
const answeredMinutes = 15;

/**
 * The calls that ring or were answered at the acting member's lines, newest first: for a page to ask every few seconds,
 * by two small reads. `expects`: whether any may come to them, so that it is worth asking again.
 */
export const listCalls = verb({
  name: "telephone.calls",
  may: "ticket.register",
  input: z.strictObject({}),
  output: z.object({
    expects: z.boolean(),
    items: z.array(
      callSchema.pick({ callId: true, from: true, to: true, state: true, at: true, callers: true }),
    ),
  }),
  run: async () => {
    const now = isoNow();
    const between = [plus(now, { minutes: -answeredMinutes }), "~"] as const;
    const [telephone, page] = await Promise.all([
      Telephone.get({}, { consistent: false }),
      Call.query("gsi1", ["call"], { between, limit: 50, reverse: true }),
    ]);
    const actor = useActor();
    if (!telephone?.connected || !isAtSome(telephone.lines, actor)) return { expects: false, items: [] };
    const items = page.items
      .filter((call) => isPresent(call, now) && isAtLine(call))
      .map((call) => ({ ...call, callers: call.callers.filter((one) => reaches(actor, one.projectId)) }));
    return { expects: true, items };
  },
});

const isPresent = ({ state, at }: CallItem, now: string) =>
  state === "answered" || plus(at, { minutes: ringingMinutes }) > now;

const isAtSome = (lines: readonly Line[], actor: Actor) =>
  actor.type === "member" &&
  (actor.role === "front_desk" || lines.some(({ memberIds }) => memberIds.includes(actor.memberId)));

/** Whether a call is the acting member's to see: they are named at its line, or are the front desk that is meant. */
function isAtLine({ memberIds, projectId }: CallItem): boolean {
  const actor = useActor();
  if (actor.type !== "member") return false;
  if (memberIds.length > 0) return memberIds.includes(actor.memberId);
  if (actor.role !== "front_desk") return false;
  return projectId ? reaches(actor, projectId) : actor.projectIds === "all";
}
