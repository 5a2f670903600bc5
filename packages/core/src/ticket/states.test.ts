import { describe, expect, it } from "vitest";
import { DomainError } from "../error";
import { newId } from "../id";
import { completion, ticketIn } from "./made.testing";
import { type Given, nextState } from "./party";
import { type Action, actions, type Party, parties, type State, states } from "./states";
import { maxCompletions, type TicketItem } from "./ticket.entity";

/**
 * The machine once more, as people would say it: state, action, who may, where it leads. D dispatcher, R registrar,
 * A assignee, C caller, Z resident; "done" is completed or closed, "back" is assigned or registered. What is said of
 * "answer" and "close" is of complaints alone.
 */
const told = `
  registered edit       D R     registered
  registered correct    D       registered
  registered contact    D A     registered
  registered assign     D       assigned
  registered accept     D       accepted
  registered complete   D       done
  registered answer     D       completed
  registered void       D       void
  registered add        Z       registered
  registered rate       Z       registered
  assigned   edit       D R     assigned
  assigned   correct    D       assigned
  assigned   contact    D A     assigned
  assigned   assign     D       assigned
  assigned   split      D       assigned
  assigned   complete   D       done
  assigned   answer     D       completed
  assigned   void       D       void
  assigned   add        Z       assigned
  assigned   rate       Z       assigned
  accepted   edit       D R     accepted
  accepted   correct    D       accepted
  accepted   contact    D A     accepted
  accepted   assign     D       assigned
  accepted   split      D       accepted
  accepted   complete   D       done
  accepted   answer     D       completed
  accepted   void       D       void
  accepted   add        Z       accepted
  accepted   rate       Z       accepted
  started    edit       D R     started
  started    correct    D       started
  started    contact    D A     started
  started    assign     D       assigned
  started    split      D       started
  started    complete   D       done
  started    answer     D       completed
  started    void       D       void
  started    add        Z       started
  started    rate       Z       started
  completed  correct    D       completed
  completed  unreached  C       completed
  completed  satisfied  C       closed
  completed  unsatisfied C      back
  completed  reopen     D Z     back
  completed  rate       Z       completed
  completed  confirm    Z       closed
  completed  close      D       closed
  closed     correct    D       closed
  closed     reopen     D Z     back
  closed     rate       Z       closed
`;
const letters: Record<string, Party> = {
  D: "dispatcher",
  R: "registrar",
  A: "assignee",
  C: "caller",
  Z: "resident",
};
const lines = told
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
const expected = (state: State, action: Action) => {
  const [, , ...rest] = lines.find(([s, a]) => s === state && a === action) ?? [];
  return { to: rest.at(-1), who: rest.slice(0, -1).map((letter) => letters[letter]) };
};

const complaint = { kind: "complaint", category: "service" } as const;
const ofComplaints: Action[] = ["answer", "close"];

const given: Given = { note: "为了这个", trade: "engineering" };
/** The state reached, or the code of the refusal. */
function outcome(
  ticket: TicketItem,
  action: Action,
  standing: Party[],
  what = given,
  done: "completed" | "closed" = "completed",
) {
  try {
    return nextState(ticket, action, new Set(standing), what, done);
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

describe("the state table of tickets", () => {
  it.each(states.flatMap((state) => actions.map((action) => [state, action] as const)))(
    "%s × %s: leads where it is told, for whom it is told, for nobody else",
    (state, action) => {
      const { to, who } = expected(state, action);
      const ticket = ticketIn(state, ofComplaints.includes(action) ? complaint : {});
      for (const party of [...parties, undefined]) {
        const found = outcome(ticket, action, party ? [party] : []);
        if (!to) expect(found).toBe("conflict");
        else if (!party || !who.includes(party)) expect(found).toBe("forbidden");
        else if (to === "back") expect(found).toBe("registered");
        else if (to === "done") expect(found).toBe("completed");
        else expect(found).toBe(to);
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

  it("has a complaint done by its answer, and closed by whoever answers for it", () => {
    expect(outcome(ticketIn("started", complaint), "complete", ["dispatcher"])).toBe("conflict");
    expect(outcome(ticketIn("completed", complaint), "satisfied", ["caller"])).toBe("completed");
    expect(outcome(ticketIn("completed", complaint), "confirm", ["resident"])).toBe("completed");
    for (const state of ["registered", "assigned", "accepted", "started"] as const)
      expect(outcome(ticketIn(state), "answer", ["dispatcher"])).toBe("conflict");
    expect(outcome(ticketIn("completed"), "close", ["dispatcher"])).toBe("conflict");
  });

  it("closes at once what the policy wants no callback for", () => {
    expect(outcome(ticketIn("started"), "complete", ["dispatcher"], given, "closed")).toBe("closed");
  });

  it.each([{ assigneeId: newId("member") }, { trade: "cleaning" as const }])(
    "brings reopened work back to whom it was assigned: %o",
    (whose) => {
      expect(outcome(ticketIn("closed", whose), "reopen", ["dispatcher"])).toBe("assigned");
      expect(outcome(ticketIn("completed", whose), "unsatisfied", ["caller"])).toBe("assigned");
    },
  );

  it.each([
    ["registered", "assign", "dispatcher"],
    ["started", "complete", "dispatcher"],
    ["registered", "void", "dispatcher"],
    ["registered", "contact", "dispatcher"],
    ["completed", "unreached", "caller"],
    ["completed", "unsatisfied", "caller"],
    ["closed", "reopen", "dispatcher"],
  ] as const)("%s × %s needs what it needs", (state, action, party) => {
    expect(outcome(ticketIn(state), action, [party], { note: "  " })).toBe("bad_request");
  });

  it("keeps what was reported done once from being made void, and reopens twenty times at most", () => {
    expect(outcome(ticketIn("assigned", { completions: [completion] }), "void", ["dispatcher"])).toBe(
      "conflict",
    );
    const full = { completions: Array.from({ length: maxCompletions }, () => completion) };
    expect(outcome(ticketIn("completed", full), "unsatisfied", ["caller"])).toBe("conflict");
    expect(outcome(ticketIn("closed", full), "reopen", ["dispatcher"])).toBe("conflict");
    expect(outcome(ticketIn("completed", full), "satisfied", ["caller"])).toBe("closed");
  });
});
