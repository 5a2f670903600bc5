import * as z from "zod";
import { isoNow } from "../clock";
import { useTenantActor } from "../context";
import { idOf } from "../id";
import { needReach, reachedProjects } from "../member/scope";
import { needProject } from "../project/reach";
import { pageInput } from "../table/page";
import { below, mergeLists, type Source } from "../ticket/merge";
import { Ticket } from "../ticket/ticket.entity";
import { verb } from "../verb";
import {
  Confirmation,
  type ConfirmationItem,
  confirmationSchema,
  confirmationSort,
} from "./confirmation.entity";
import { sees } from "./party";
import { Reply, type ReplyItem } from "./reply.entity";
import { type State, states } from "./states";
import { ReplyTurn, replyTurnSchema } from "./turn.entity";
import { replySummary } from "./view";

const pageOf = <S extends z.ZodType>(item: S) =>
  z.object({ items: z.array(item), cursor: z.string().optional() });

/** Letters of the member's projects or of one of them, newest first; in one state or in all. */
export const listReplies = verb({
  name: "reply.list",
  may: ["ticket.dispatch", "audit.read"],
  input: z.strictObject({
    projectId: idOf("project").optional(),
    state: z.enum(states).optional(),
    ...pageInput,
  }),
  output: pageOf(replySummary),
  run: async ({ projectId, state, limit, cursor }) => {
    const wanted = state ? [state] : states;
    const sources = (await scopes(projectId)).flatMap((scope) => wanted.map((one) => ofState(scope, one)));
    const list = `replies#${projectId ?? ""}#${state ?? ""}`;
    return mergeLists({ list, sources, keyOf: ({ replyId }) => replyId, order: "descending", limit, cursor });
  },
});

type Scope = ["gsi1", string] | ["gsi2"];

/** The partitions of which a list is made: the tenant's, or one a project. Throws `not_found` out of reach. */
async function scopes(projectId: string | undefined): Promise<Scope[]> {
  if (projectId) {
    needReach(projectId);
    await needProject(projectId);
    return [["gsi1", projectId]];
  }
  const reached = reachedProjects();
  return reached === "all" ? [["gsi2"]] : reached.map((id) => ["gsi1", id]);
}

const ofState =
  ([index, ...of]: Scope, state: State): Source<ReplyItem> =>
  async (after, limit) => {
    const between = [`${state}#`, `${state}#${after ? below(after) : "~"}`] as const;
    return (await Reply.query(index, [...of, "reply"], { between, limit, reverse: true })).items;
  };

/** The letters that wait for the acting member: to review, to approve, to draft anew; the longest waiting first. */
export const listReplyTurns = verb({
  name: "reply.turns",
  may: "ticket.register",
  input: z.strictObject(pageInput),
  output: pageOf(replyTurnSchema.omit({ memberId: true })),
  run: async (request) => {
    const actor = useTenantActor();
    return actor.type === "member"
      ? ReplyTurn.query("gsi3", [actor.memberId, "replyTurn"], request)
      : { items: [] };
  },
});

/** The letters about which somebody is to be called, earliest due first. */
export const listConfirmations = verb({
  name: "reply.confirmations",
  may: "callback.make",
  input: z.strictObject({ projectId: idOf("project").optional(), ...pageInput }),
  output: pageOf(confirmationSchema.omit({ toldAt: true }).extend({ overdue: z.boolean() })),
  run: async ({ projectId, limit, cursor }) => {
    const sources = (await scopes(projectId)).map(dueIn);
    const list = `confirmations#${projectId ?? ""}`;
    const page = await mergeLists({
      list,
      sources,
      keyOf: confirmationSort,
      order: "ascending",
      limit,
      cursor,
    });
    const now = isoNow();
    return { ...page, items: page.items.map((one) => ({ ...one, overdue: one.dueAt <= now })) };
  },
});

const dueIn =
  ([index, ...of]: Scope): Source<ConfirmationItem> =>
  async (after, limit) => {
    const between = [after ? `${after} ` : "0", "~"] as const;
    return (await Confirmation.query(index, [...of, "replyConfirmation"], { between, limit })).items;
  };

/** The letters that answer a ticket, newest first; those the acting member may see. */
export const listTicketReplies = verb({
  name: "reply.ofTicket",
  may: "ticket.read",
  input: z.strictObject({ ticketId: idOf("ticket"), ...pageInput }),
  output: pageOf(replySummary),
  run: async ({ ticketId, ...request }) => {
    const actor = useTenantActor();
    needReach((await Ticket.need({ ticketId })).projectId);
    const page = await Reply.query("gsi3", [ticketId, "reply"], { ...request, reverse: true });
    return { ...page, items: page.items.filter((reply) => sees(actor, reply)) };
  },
});
