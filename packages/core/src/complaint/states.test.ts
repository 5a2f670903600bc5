import { describe, expect, it } from "vitest";
import { DomainError } from "../error";
import { newId } from "../id";
import { type Role, roles } from "../member/role";
import { complaintIn } from "./made.testing";
import { nextState, partiesOf } from "./party";
import { type Action, actions, type Party, parties, type State, states } from "./states";

/**
 * The machine once more, as people would say it: state, action, who may, where it leads. H handler, L leader,
 * D decider, T what becomes of the ticket.
 */
const told = `
  registered    investigate H   investigating
  registered    grade       H L registered
  registered    confide     H L registered
  registered    escalate    H L investigating
  registered    void        T   void
  investigating investigate H   investigating
  investigating propose     H   proposed
  investigating grade       H L investigating
  investigating confide     H L investigating
  investigating escalate    H L investigating
  investigating void        T   void
  proposed      approve     D   approved
  proposed      giveBack    D   investigating
  proposed      grade       H L proposed
  proposed      confide     H L proposed
  proposed      escalate    H L investigating
  proposed      void        T   void
  approved      carryOut    H   carriedOut
  approved      grade       H L approved
  approved      confide     H L approved
  approved      escalate    H L investigating
  approved      void        T   void
  carriedOut    answer      H   answered
  carriedOut    grade       H L carriedOut
  carriedOut    confide     H L carriedOut
  carriedOut    escalate    H L investigating
  carriedOut    void        T   void
  answered      grade       H L answered
  answered      confide     H L answered
  answered      satisfied   T   satisfied
  answered      again       T   investigating
  satisfied     grade       H L satisfied
  satisfied     confide     H L satisfied
  satisfied     account     L   closed
  satisfied     again       T   investigating
  closed        again       T   investigating
  void          again       T   investigating
`;
const letters: Record<string, Party> = { H: "handler", L: "leader", D: "decider", T: "ticket" };
const lines = told
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
const expected = (state: State, action: Action) => {
  const [, , ...rest] = lines.find(([s, a]) => s === state && a === action) ?? [];
  return { to: rest.at(-1), who: rest.slice(0, -1).map((letter) => letters[letter]) };
};
type Standing = Parameters<typeof nextState>[0];
function outcome(one: Standing, action: Action, standing: readonly Party[]): string {
  try {
    return nextState(one, action, new Set(standing));
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe("the state table of complaints", () => {
  it.each(states.flatMap((state) => actions.map((action) => [state, action] as const)))(
    "%s × %s: leads where it is told, for whom it is told, for nobody else",
    (state, action) => {
      const { to, who } = expected(state, action);
      const { one } = complaintIn(state, { findings: 1 });
      for (const party of [...parties, undefined]) {
        const found = outcome(one, action, party ? [party] : []);
        if (!to) expect(found).toBe("conflict");
        else expect(found).toBe(party && who.includes(party) ? to : "forbidden");
      }
    },
  );

  it("knows no line that is not walked", () => {
    const walked = lines.map(([state, action]) => `${state} ${action}`);
    expect(new Set(walked).size).toBe(lines.length);
    for (const [state, action] of lines) {
      expect(states).toContain(state);
      expect(actions).toContain(action);
    }
  });

  it("has nothing proposed before something was found, and nothing handed up twice", () => {
    expect(outcome(complaintIn("investigating", { findings: 0 }).one, "propose", parties)).toBe(
      "bad_request",
    );
    const there = complaintIn("investigating", { level: "headquarters" }).one;
    expect(outcome(there, "escalate", parties)).toBe("conflict");
  });
});

describe("who decides", () => {
  const memberId = newId("member");
  const actor = (role: Role) => ({
    ...{ type: "member" as const, tenantId: newId("tenant"), memberId, userId: newId("user"), name: "x" },
    ...{ role, projectIds: "all" as const },
  });
  const deciders = (more: Parameters<typeof complaintIn>[1]) =>
    roles.filter((role) => partiesOf(actor(role), complaintIn("proposed", more).one).has("decider"));

  it("is a leader of the level it is at, and never who proposed", () => {
    expect(deciders({})).toEqual(["headquarters", "project_manager"]);
    expect(deciders({ level: "headquarters", stage: 2 })).toEqual(["headquarters"]);
    expect(deciders({ proposedBy: memberId })).toEqual([]);
  });

  it("is nobody who decided first, once it is to be decided again", () => {
    expect(deciders({ decidedFirst: [memberId] })).toEqual(["headquarters", "project_manager"]);
    expect(deciders({ decidedFirst: [memberId], level: "headquarters", stage: 2 })).toEqual([]);
    expect(deciders({ decidedFirst: [memberId], level: "headquarters", stage: 3 })).toEqual([]);
  });
});
