import { beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { recordCallback } from "../callback/index";
import { withActor } from "../context";
import { DomainError } from "../error";
import { newId } from "../id";
import type { Role } from "../member/role";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { addMember } from "./cast.testing";
import { getTicket } from "./get";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  contactResident,
  editTicket,
  refuseTicket,
  reopenTicket,
  splitTicket,
  startTicket,
  voidTicket,
} from "./index";
import { storeIn } from "./made.testing";
import { type Action, isOpen, type State, states } from "./states";
import type { TicketItem } from "./ticket.entity";

/** What is done with a ticket but by a complaint or a resident, and what with its one work order that changes the ticket, too. */
type Walked = Exclude<Action, "add" | "rate" | "confirm" | "answer" | "close"> | "refuse" | "start";
const note = "如上";
const verbs: Record<Walked, (ticketId: string) => Promise<{ state: State }>> = {
  edit: (ticketId) => editTicket({ ticketId, words: "客厅漏水" }),
  correct: (ticketId) => editTicket({ ticketId, words: "客厅漏水", channel: "visit" }),
  contact: (ticketId) => contactResident({ ticketId, note }),
  assign: (ticketId) => assignTicket({ ticketId, trade: "cleaning" }),
  split: (ticketId) => splitTicket({ ticketId, trade: "cleaning" }),
  accept: (ticketId) => acceptTicket({ ticketId }),
  refuse: (ticketId) => refuseTicket({ ticketId, note }),
  start: (ticketId) => startTicket({ ticketId }),
  complete: (ticketId) => completeTicket({ ticketId, note }),
  void: (ticketId) => voidTicket({ ticketId, note }),
  unreached: (ticketId) => recordCallback({ ticketId, reached: false, reason: note }),
  satisfied: (ticketId) => recordCallback({ ticketId, reached: true, satisfied: true }),
  unsatisfied: (ticketId) => recordCallback({ ticketId, reached: true, satisfied: false, words: note }),
  reopen: (ticketId) => reopenTicket({ ticketId, note }),
};

/** What each role is let do at all, told apart from role.ts. */
const registering: Walked[] = ["edit", "correct"];
const working: Walked[] = ["contact", "accept", "refuse", "start", "complete"];
const dispatching: Walked[] = ["assign", "split", "void", "reopen"];
const calling: Walked[] = ["unreached", "satisfied", "unsatisfied"];
const roleMay: Record<Role, Walked[]> = {
  headquarters: [...registering, ...working, ...dispatching, ...calling],
  project_manager: [...registering, ...working, ...dispatching, ...calling],
  front_desk: [...registering, ...working, ...dispatching, ...calling],
  area_manager: [...registering, ...working, ...calling],
  technician: [...registering, ...working],
  finance: [...registering],
  auditor: [],
};
const dispatchers: Role[] = ["headquarters", "project_manager", "front_desk"];

type Relation = "stranger" | "registrar" | "assignee" | "trade" | "doer";
/** Where a state lets go, and who but dispatchers may make it so. */
const reach: Record<
  State,
  Partial<Record<Walked, [to: State, ...who: (Relation | "dispatcher" | "other")[]]>>
> = {
  registered: {
    edit: ["registered", "dispatcher", "registrar"],
    correct: ["registered", "dispatcher"],
    contact: ["registered", "dispatcher", "assignee"],
    assign: ["assigned", "dispatcher"],
    accept: ["accepted", "dispatcher"],
    complete: ["completed", "dispatcher"],
    void: ["void", "dispatcher"],
  },
  assigned: {
    edit: ["assigned", "dispatcher", "registrar"],
    correct: ["assigned", "dispatcher"],
    contact: ["assigned", "dispatcher", "assignee"],
    split: ["assigned", "dispatcher"],
    assign: ["assigned", "dispatcher"],
    accept: ["accepted", "assignee", "trade"],
    refuse: ["registered", "assignee", "trade"],
    complete: ["completed", "dispatcher"],
    void: ["void", "dispatcher"],
  },
  accepted: {
    edit: ["accepted", "dispatcher", "registrar"],
    correct: ["accepted", "dispatcher"],
    contact: ["accepted", "dispatcher", "assignee"],
    split: ["accepted", "dispatcher"],
    assign: ["assigned", "dispatcher"],
    refuse: ["registered", "assignee"],
    start: ["started", "assignee"],
    complete: ["completed", "dispatcher", "assignee"],
    void: ["void", "dispatcher"],
  },
  started: {
    edit: ["started", "dispatcher", "registrar"],
    correct: ["started", "dispatcher"],
    contact: ["started", "dispatcher", "assignee"],
    split: ["started", "dispatcher"],
    assign: ["assigned", "dispatcher"],
    complete: ["completed", "dispatcher", "assignee"],
    void: ["void", "dispatcher"],
  },
  completed: {
    edit: ["completed", "dispatcher"],
    correct: ["completed", "dispatcher"],
    unreached: ["completed", "other"],
    satisfied: ["closed", "other"],
    unsatisfied: ["assigned", "other"],
    reopen: ["assigned", "dispatcher"],
  },
  closed: {
    edit: ["closed", "dispatcher"],
    correct: ["closed", "dispatcher"],
    reopen: ["assigned", "dispatcher"],
  },
  void: {},
};

function expected(role: Role, relation: Relation, state: State, action: Walked): string {
  if (!roleMay[role].includes(action)) return "forbidden";
  const [to, ...who] = reach[state][action] ?? [];
  if (!to) return "conflict";
  const standing: string[] = [relation];
  if (dispatchers.includes(role)) standing.push("dispatcher");
  if (relation !== "assignee" && relation !== "doer") standing.push("other");
  if (!who.some((one) => standing.includes(one))) return "forbidden";
  return to;
}

let firm: Awaited<ReturnType<typeof mintTenant>>;
beforeAll(async () => {
  firm = await mintTenant();
});

const whose = (relation: Relation, { memberId }: MemberActor): Partial<TicketItem> => ({
  trade: "engineering",
  ...(relation === "registrar" && { registeredBy: memberId, assigneeId: newId("member") }),
  ...(relation === "stranger" && { assigneeId: newId("member") }),
  ...(relation === "doer" && { assigneeId: newId("member"), workerIds: [memberId] }),
  ...(relation === "assignee" && { assigneeId: memberId }),
});

async function outcome(actor: MemberActor, action: Walked, ticketId: string): Promise<string> {
  try {
    return (await withActor(actor, () => verbs[action](ticketId))).state;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const everybody = Object.keys(roleMay) as Role[];
const relations: Relation[] = ["stranger", "registrar", "assignee", "trade", "doer"];
const walked = Object.keys(verbs) as Walked[];

describe("every state × action × role, by the verbs themselves", () => {
  it.each(everybody.flatMap((role) => relations.map((relation) => ({ role, relation }))))(
    "$role, $relation",
    async ({ role, relation }) => {
      const actor = await someone(role);
      const found: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      const offered: Record<string, boolean> = {};
      for (const state of states) {
        const fresh = () =>
          storeIn(state, { tenantId: firm.tenantId, projectId: firm.projectId, ...whose(relation, actor) });
        let ticket = await fresh();
        const may = role === "auditor" ? [] : await mayOf(actor, ticket.ticketId);
        for (const action of walked) {
          const name = `${state} ${action}`;
          wanted[name] = expected(role, relation, state, action);
          found[name] = await outcome(actor, action, ticket.ticketId);
          offered[name] = may.includes(action === "edit" && !isOpen(state) ? "correct" : action);
          if (!["forbidden", "conflict"].includes(found[name])) ticket = await fresh();
        }
      }
      expect(found).toEqual(wanted);
      for (const [name, to] of Object.entries(wanted))
        if (!["forbidden", "conflict"].includes(to)) expect([name, offered[name]]).toEqual([name, true]);
    },
  );
});

const mayOf = async (actor: MemberActor, ticketId: string) =>
  (await withActor(actor, () => getTicket({ ticketId }))).may;

async function someone(role: Role): Promise<MemberActor> {
  const work = new Work(firm.tenantId);
  const actor = addMember(work, firm, role, "all", "engineering");
  await work.commit();
  return actor;
}
