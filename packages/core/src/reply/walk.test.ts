import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { withActor } from "../context";
import { DomainError } from "../error";
import { newId } from "../id";
import type { Role } from "../member/role";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { addMember } from "../ticket/cast.testing";
import {
  agreeToReply,
  approveReply,
  archiveReply,
  commentReply,
  confirmReply,
  getReply,
  giveBackReply,
  recallReply,
  replyCameBack,
  reviseReply,
  submitReply,
  withdrawReply,
} from "./index";
import { signing, storeIn } from "./made.testing";
import { sendReply } from "./send";
import { type Action, actions, type State, states } from "./states";

const note = "如上";
const verbs: Record<Action, (replyId: string) => Promise<{ state: State }>> = {
  revise: (replyId) => reviseReply({ replyId, body: "尊敬的王芳：\n电梯已经彻底修好。" }),
  comment: (replyId) => commentReply({ replyId, note }),
  submit: (replyId) => submitReply({ replyId }),
  recall: (replyId) => recallReply({ replyId }),
  agree: (replyId) => agreeToReply({ replyId }),
  giveBack: (replyId) => giveBackReply({ replyId, note }),
  approve: (replyId) => approveReply({ replyId }),
  send: (replyId) => sendReply({ replyId, way: "registered", trackingNumber: "XA1" }),
  unreached: (replyId) => confirmReply({ replyId, arrived: false, note }),
  cameBack: (replyId) => replyCameBack({ replyId, note }),
  confirm: (replyId) => confirmReply({ replyId, arrived: true }),
  archive: (replyId) => archiveReply({ replyId, note }),
  withdraw: (replyId) => withdrawReply({ replyId, note }),
};

/** What each role is let do at all, told apart from role.ts. */
const signs: Action[] = ["comment", "agree", "giveBack"];
const calls: Action[] = ["unreached", "confirm"];
const roleMay: Record<Role, readonly Action[]> = {
  headquarters: actions,
  project_manager: actions,
  front_desk: actions,
  area_manager: [...signs, ...calls],
  technician: signs,
  finance: signs,
  auditor: [],
};
const desk: Role[] = ["headquarters", "project_manager", "front_desk"];

/** later: named to review, but it is another's turn first. */
type Relation = "stranger" | "drafter" | "reviewer" | "later" | "approver";
type Who = Relation | "desk" | "caller";
const named: Who[] = ["reviewer", "later"];
/** Where a state lets go, and who may make it so. */
const reach: Record<State, Partial<Record<Action, [to: State, ...who: Who[]]>>> = {
  draft: {
    revise: ["draft", "drafter"],
    comment: ["draft", "drafter", "approver", "desk"],
    submit: ["reviewing", "drafter"],
    withdraw: ["withdrawn", "drafter", "approver"],
  },
  reviewing: {
    comment: ["reviewing", "drafter", "approver", "desk", ...named],
    recall: ["draft", "drafter"],
    agree: ["reviewing", "reviewer"],
    giveBack: ["draft", "reviewer"],
    withdraw: ["withdrawn", "drafter", "approver"],
  },
  reviewed: {
    comment: ["reviewed", "drafter", "approver", "desk", ...named],
    recall: ["draft", "drafter"],
    giveBack: ["draft", "approver"],
    approve: ["approved", "approver"],
    withdraw: ["withdrawn", "drafter", "approver"],
  },
  approved: { send: ["sent", "desk"] },
  sent: {
    unreached: ["sent", "caller"],
    confirm: ["archived", "caller"],
    cameBack: ["approved", "desk"],
    archive: ["archived", "desk"],
  },
  archived: {},
  withdrawn: {},
};

let firm: Awaited<ReturnType<typeof mintTenant>>;
let other: MemberActor;
beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-letters-"));
  firm = await mintTenant();
  other = await someone("headquarters");
});

async function someone(role: Role): Promise<MemberActor> {
  const work = new Work(firm.tenantId);
  const actor = addMember(work, firm, role);
  await work.commit();
  return actor;
}

/** A letter to which the actor stands as told; all others who sign it are one other person. */
function related(relation: Relation, { memberId }: MemberActor) {
  const own = { reviewer: "projectManager", later: "lawyer", approver: "approver" } as Record<
    Relation,
    string
  >;
  return {
    ...{ tenantId: firm.tenantId, projectId: firm.projectId },
    draftedBy: relation === "drafter" ? memberId : newId("member"),
    signers: signing((step) => (step === own[relation] ? memberId : other.memberId)),
  };
}

function expected(role: Role, relation: Relation, state: State, action: Action): string {
  if (!roleMay[role].includes(action)) return "forbidden";
  const signsIt = ["reviewer", "later", "approver"].includes(relation);
  if (!desk.includes(role) && !signsIt) return "not_found";
  const [to, ...who] = reach[state][action] ?? [];
  if (!to) return "conflict";
  const deskHere = desk.includes(role);
  const stands: Record<Who, boolean> = {
    stranger: false,
    drafter: relation === "drafter" && deskHere,
    reviewer: relation === "reviewer",
    later: relation === "later",
    approver: relation === "approver" && deskHere,
    desk: deskHere,
    caller: deskHere || role === "area_manager",
  };
  return who.some((one) => stands[one]) ? to : "forbidden";
}

async function outcome(actor: MemberActor, action: Action, replyId: string): Promise<string> {
  try {
    return (await withActor(actor, () => verbs[action](replyId))).state;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

const everybody = Object.keys(roleMay) as Role[];
const relations: Relation[] = ["stranger", "drafter", "reviewer", "later", "approver"];

describe("every state × action × role, by the verbs themselves", () => {
  it.each(everybody.flatMap((role) => relations.map((relation) => ({ role, relation }))))(
    "$role, $relation",
    async ({ role, relation }) => {
      const actor = await someone(role);
      const found: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      const refused: Record<string, boolean> = {};
      for (const state of states) {
        let { replyId } = await storeIn(state, related(relation, actor));
        const may = await offered(actor, replyId);
        for (const action of actions) {
          const name = `${state} ${action}`;
          wanted[name] = expected(role, relation, state, action);
          found[name] = await outcome(actor, action, replyId);
          if (["forbidden", "conflict", "not_found"].includes(found[name])) continue;
          if (!may.includes(action)) refused[name] = true;
          replyId = (await storeIn(state, related(relation, actor))).replyId;
        }
      }
      expect(found).toEqual(wanted);
      expect(refused).toEqual({});
    },
    60_000,
  );
});

async function offered(actor: MemberActor, replyId: string): Promise<Action[]> {
  try {
    return (await withActor(actor, () => getReply({ replyId }))).may;
  } catch (error) {
    if (error instanceof DomainError && error.code === "not_found") return [];
    throw error;
  }
}
