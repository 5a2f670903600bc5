import { beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { isoNow, plus } from "../clock";
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
  appointOrder,
  arriveAtOrder,
  completeTicket,
  pauseOrder,
  refuseTicket,
  resumeOrder,
  startTicket,
  transferOrder,
  withdrawOrder,
} from "./index";
import { storeIn } from "./made.testing";
import { type OrderAction, type OrderState, orderStates, ticketStateOf } from "./order.states";
import { toldOf } from "./order.told.testing";
import type { TicketItem } from "./ticket.entity";

/** What is done with a work order but by the change of a shift, which handovers are about. */
type Walked = Exclude<OrderAction, "takeOver">;
const note = "如上";
const order = 1;
const soon = () => plus(isoNow(), { hours: 2 });
const verbs: Record<Walked, (ticketId: string) => Promise<unknown>> = {
  accept: (ticketId) => acceptTicket({ ticketId, order }),
  refuse: (ticketId) => refuseTicket({ ticketId, order, note }),
  transfer: (ticketId) => transferOrder({ ticketId, order, trade: "cleaning", note }),
  appoint: (ticketId) => appointOrder({ ticketId, order, appointmentAt: soon() }),
  arrive: (ticketId) => arriveAtOrder({ ticketId, order }),
  start: (ticketId) => startTicket({ ticketId, order }),
  pause: (ticketId) => pauseOrder({ ticketId, order, note }),
  resume: (ticketId) => resumeOrder({ ticketId, order }),
  complete: (ticketId) => completeTicket({ ticketId, order, note }),
  withdraw: (ticketId) => withdrawOrder({ ticketId, order, note }),
};
const walked = Object.keys(verbs) as Walked[];

/** What each role is let do at all, told apart from role.ts. */
const working = walked.filter((action) => action !== "withdraw");
const roleMay: Record<Role, readonly Walked[]> = {
  headquarters: walked,
  project_manager: walked,
  front_desk: walked,
  area_manager: working,
  technician: working,
  finance: [],
  auditor: [],
};
const dispatchers: Role[] = ["headquarters", "project_manager", "front_desk"];

/** trade: nobody has it yet, and it was given to the trade one works in. */
const relations = ["stranger", "assignee", "trade"] as const;
type Relation = (typeof relations)[number];
const handsOf = (relation: Relation, { memberId }: MemberActor): Partial<TicketItem> => ({
  trade: "engineering",
  ...(relation === "stranger" && { assigneeId: newId("member") }),
  ...(relation === "assignee" && { assigneeId: memberId }),
});

function expected(role: Role, relation: Relation, state: OrderState, action: Walked): string {
  if (!roleMay[role].includes(action)) return "forbidden";
  const told = toldOf(state, action);
  if (!told) return "conflict";
  const standing = [relation, dispatchers.includes(role) && "dispatcher"];
  return told.who.some((party) => standing.includes(party)) ? told.to : "forbidden";
}

let firm: Awaited<ReturnType<typeof mintTenant>>;
let headquarters: MemberActor;
beforeAll(async () => {
  firm = await mintTenant();
  headquarters = await someone("headquarters");
});

async function someone(role: Role): Promise<MemberActor> {
  const work = new Work(firm.tenantId);
  const actor = addMember(work, firm, role, "all", "engineering");
  await work.commit();
  return actor;
}

/** How an order stands, and what somebody may do with it. */
const orderOf = async (actor: MemberActor, ticketId: string) =>
  (await withActor(actor, () => getTicket({ ticketId }))).orders[0];

async function outcome(actor: MemberActor, action: Walked, ticketId: string): Promise<string | undefined> {
  try {
    await withActor(actor, () => verbs[action](ticketId));
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return (await orderOf(headquarters, ticketId))?.state;
}

describe("every state × action of a work order × role, by the verbs themselves", () => {
  const everybody = Object.keys(roleMay) as Role[];
  it.each(everybody.flatMap((role) => relations.map((relation) => ({ role, relation }))))(
    "$role, $relation",
    async ({ role, relation }) => {
      const actor = await someone(role);
      const found: Record<string, string | undefined> = {};
      const wanted: Record<string, string> = {};
      const offered: Record<string, readonly string[]> = {};
      for (const state of orderStates) {
        const about = { tenantId: firm.tenantId, projectId: firm.projectId, ...handsOf(relation, actor) };
        const fresh = async () => (await storeIn(ticketStateOf([{ state }]), about, state)).ticketId;
        let ticketId = await fresh();
        offered[state] = (await orderOf(actor, ticketId))?.may ?? [];
        for (const action of walked) {
          const name = `${state} ${action}`;
          wanted[name] = expected(role, relation, state, action);
          found[name] = await outcome(actor, action, ticketId);
          if (!["forbidden", "conflict"].includes(found[name] ?? "")) ticketId = await fresh();
        }
      }
      expect(found).toEqual(wanted);
      for (const state of orderStates)
        expect([state, offered[state]]).toEqual([
          state,
          walked.filter((action) => !["forbidden", "conflict"].includes(wanted[`${state} ${action}`] ?? "")),
        ]);
    },
    60_000,
  );
});
