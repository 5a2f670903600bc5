import { beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { recordCallback } from "../callback/index";
import { withActor } from "../context";
import { DomainError } from "../error";
import { newId } from "../id";
import type { Role } from "../member/role";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { addMember } from "../ticket/cast.testing";
import { getTicket, reopenTicket, voidTicket } from "../ticket/index";
import type { CaseItem } from "./case.entity";
import {
  accountForComplaint,
  answerComplaint,
  approveAnswer,
  carryOutAnswer,
  escalateComplaint,
  getComplaint,
  giveBackAnswer,
  gradeComplaint,
  investigateComplaint,
  keepConfidential,
  proposeAnswer,
} from "./index";
import { storeIn } from "./made.testing";
import { type Action, type State, states } from "./states";

/** `again` as who calls back hears it, and as who dispatches takes it up. */
type Walked = Action | "reopen";
const note = "如上";
const said = { found: "查了", done: "办了", improved: "会改" };
const verbs: Record<Walked, (ticketId: string) => Promise<unknown>> = {
  investigate: (ticketId) => investigateComplaint({ ticketId, note }),
  propose: (ticketId) => proposeAnswer({ ticketId, note }),
  approve: (ticketId) => approveAnswer({ ticketId }),
  giveBack: (ticketId) => giveBackAnswer({ ticketId, note }),
  carryOut: (ticketId) => carryOutAnswer({ ticketId, note }),
  answer: (ticketId) => answerComplaint({ ticketId, ...said, way: "phone" }),
  grade: (ticketId) => gradeComplaint({ ticketId, severity: "major" }),
  confide: (ticketId) => keepConfidential({ ticketId, about: [] }),
  escalate: (ticketId) => escalateComplaint({ ticketId, note }),
  account: (ticketId) =>
    accountForComplaint({
      ...{ ticketId, department: "front_desk", cause: "delay" },
      ...{ reason: note, preventable: true, measure: note },
    }),
  satisfied: (ticketId) => recordCallback({ ticketId, reached: true, satisfied: true }),
  again: (ticketId) => recordCallback({ ticketId, reached: true, satisfied: false, words: note }),
  reopen: (ticketId) => reopenTicket({ ticketId, note }),
  void: (ticketId) => voidTicket({ ticketId, note }),
};
const walked = Object.keys(verbs) as Walked[];

/** What each role is let do at all, told apart from role.ts. */
const handling: Walked[] = [
  ...(["investigate", "propose", "carryOut", "answer", "grade", "confide", "escalate"] as const),
  ...(["reopen", "void"] as const),
];
const deciding: Walked[] = ["approve", "giveBack", "account"];
const calling: Walked[] = ["satisfied", "again"];
const roleMay: Record<Role, Walked[]> = {
  headquarters: [...handling, ...deciding, ...calling],
  project_manager: [...handling, ...deciding, ...calling],
  front_desk: [...handling, ...calling],
  area_manager: calling,
  technician: [],
  finance: [],
  auditor: [],
};

/** As what somebody stands to it: nobody, who proposed, who decided first, and whether it is at headquarters. */
type Relation = "stranger" | "proposer" | "stranger above" | "decided first" | "decided first above";
const relations: Relation[] = [
  ...(["stranger", "proposer", "stranger above", "decided first", "decided first above"] as const),
];
const above = (relation: Relation) => relation.endsWith("above");

const open: State[] = ["registered", "investigating", "proposed", "approved", "carriedOut"];
const next: Partial<Record<State, Partial<Record<Walked, State>>>> = {
  registered: { investigate: "investigating" },
  investigating: { investigate: "investigating", propose: "proposed" },
  proposed: { approve: "approved", giveBack: "investigating" },
  approved: { carryOut: "carriedOut" },
  carriedOut: { answer: "answered" },
  answered: { satisfied: "satisfied", again: "investigating", reopen: "investigating" },
  satisfied: { account: "closed", reopen: "investigating" },
  closed: { reopen: "investigating" },
};

function leadsTo(state: State, action: Walked, relation: Relation): State | undefined {
  if (action === "grade" || action === "confide")
    return state === "closed" || state === "void" ? undefined : state;
  if (action === "void") return open.includes(state) ? "void" : undefined;
  if (action === "escalate") return open.includes(state) && !above(relation) ? "investigating" : undefined;
  return next[state]?.[action];
}

function expected(role: Role, relation: Relation, state: State, action: Walked): string {
  if (!roleMay[role].includes(action)) return "forbidden";
  const to = leadsTo(state, action, relation);
  // Whom the ticket's own table knows no callback from any more is told so before anything else.
  if (state === "satisfied" && calling.includes(action)) return "forbidden";
  if (!to) return "conflict";
  const leads = role === "headquarters" || !above(relation);
  if (action === "account") return leads ? to : "forbidden";
  if (action !== "approve" && action !== "giveBack") return to;
  const barred = relation === "proposer" || relation === "decided first above";
  return leads && !barred ? to : "forbidden";
}

let firm: Awaited<ReturnType<typeof mintTenant>>;
beforeAll(async () => {
  firm = await mintTenant();
});

async function someone(role: Role): Promise<MemberActor> {
  const work = new Work(firm.tenantId);
  const actor = addMember(work, firm, role);
  await work.commit();
  return actor;
}

function related(relation: Relation, { memberId }: MemberActor): Partial<CaseItem> {
  return {
    findings: 1,
    proposedBy: relation === "proposer" ? memberId : newId("member"),
    decidedFirst: relation.startsWith("decided") ? [memberId] : [],
    ...(above(relation) && { level: "headquarters", stage: 2 }),
  };
}

async function outcome(actor: MemberActor, action: Walked, ticketId: string): Promise<string> {
  try {
    await withActor(actor, () => verbs[action](ticketId));
    return (await withActor(actor, () => getComplaint({ ticketId }))).state;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const everybody = Object.keys(roleMay) as Role[];

describe("every state × action × role, by the verbs themselves", () => {
  it.each(everybody.flatMap((role) => relations.map((relation) => ({ role, relation }))))(
    "$role, $relation",
    async ({ role, relation }) => {
      const actor = await someone(role);
      const found: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      const unoffered: string[] = [];
      for (const state of states) {
        const fresh = () =>
          storeIn(
            state,
            {
              tenantId: firm.tenantId,
              projectId: firm.projectId,
              reporter: { name: "王芳", phone: "+8613800001111", locale: "zh-CN" },
            },
            related(relation, actor),
          );
        let ticketId = await fresh();
        const [{ may }, ticket] = await withActor(actor, () =>
          Promise.all([getComplaint({ ticketId }), getTicket({ ticketId })]),
        );
        for (const action of walked) {
          const name = `${state} ${action}`;
          wanted[name] = expected(role, relation, state, action);
          found[name] = await outcome(actor, action, ticketId);
          if (["forbidden", "conflict"].includes(found[name])) {
            if (may.some((one) => one === action)) unoffered.push(`${name}: offered in vain`);
            continue;
          }
          const offered = [...may, ...ticket.may].some(
            (one) => one === action || (action === "again" && one === "unsatisfied"),
          );
          if (!offered) unoffered.push(`${name}: not offered`);
          ticketId = await fresh();
        }
      }
      expect(found).toEqual(wanted);
      expect(unoffered).toEqual([]);
    },
    60_000,
  );
});
