import { describe, expect, it } from "vitest";
import { DomainError } from "../error";
import { replyIn } from "./made.testing";
import { type Given, nextState } from "./party";
import type { ReplyItem } from "./reply.entity";
import { type Action, actions, type Party, parties, type State, states } from "./states";

/**
 * The machine once more, as people would say it: state, action, who may, where it leads. D drafter, N named reviewer,
 * R reviewer in turn, A approver, K desk, C caller; "signed" is reviewing while others are to sign, then reviewed.
 */
const told = `
  draft     revise    D        draft
  draft     comment   D N A K  draft
  draft     submit    D        reviewing
  draft     withdraw  D A      withdrawn
  reviewing comment   D N A K  reviewing
  reviewing recall    D        draft
  reviewing agree     R        signed
  reviewing giveBack  R        draft
  reviewing withdraw  D A      withdrawn
  reviewed  comment   D N A K  reviewed
  reviewed  recall    D        draft
  reviewed  giveBack  A        draft
  reviewed  approve   A        approved
  reviewed  withdraw  D A      withdrawn
  approved  send      K        sent
  sent      unreached C        sent
  sent      confirm   C        archived
  sent      cameBack  K        approved
  sent      archive   K        archived
`;
const letters: Record<string, Party> = {
  ...{ D: "drafter", N: "named", R: "reviewer", A: "approver", K: "desk", C: "caller" },
};
const lines = told
  .trim()
  .split("\n")
  .map((line) => line.trim().split(/\s+/));
const expected = (state: State, action: Action) => {
  const [, , ...rest] = lines.find(([s, a]) => s === state && a === action) ?? [];
  return { to: rest.at(-1), who: rest.slice(0, -1).map((letter) => letters[letter]) };
};

const given: Given = { note: "如上", way: "registered", trackingNumber: "XA1" };
/** The state reached, or the code and field of the refusal. */
function outcome(
  reply: ReplyItem,
  action: Action,
  standing: readonly Party[],
  what = given,
  left = 0,
): string {
  try {
    return nextState(reply, action, new Set(standing), what, left);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.field].filter(Boolean).join(" ");
    throw error;
  }
}

describe.each(states)("a letter that is %s", (state) => {
  it.each(actions)("%s", (action) => {
    const reply = replyIn(state);
    const { to, who } = expected(state, action);
    for (const party of parties) {
      const found = outcome(reply, action, [party]);
      if (!to) expect(found).toBe("conflict state");
      else if (!who.includes(party)) expect(`${party} ${found}`).toBe(`${party} forbidden`);
      else expect(`${party} ${found}`).toBe(`${party} ${to === "signed" ? "reviewed" : to}`);
    }
    if (to === "signed") expect(outcome(reply, action, parties, given, 2)).toBe("reviewing");
  });
});

describe("what must be given", () => {
  it.each(["comment", "withdraw"] as const)("%s needs words", (action) => {
    expect(outcome(replyIn("draft"), action, parties, { note: " " })).toBe("bad_request note");
  });

  it("goes to nobody while something stands open in its words", () => {
    expect(outcome(replyIn("draft", { body: "经查，【原因】。" }), "submit", parties)).toBe(
      "bad_request body",
    );
  });

  it("goes to nobody until all who sign are named, the lawyer where law is touched, never the drafter", () => {
    const full = replyIn("draft");
    for (const step of Object.keys(full.signers)) {
      const without = { ...full, signers: { ...full.signers, [step]: undefined } };
      expect(outcome(without, "submit", parties)).toBe(`bad_request signers.${step}`);
      const own = { ...full, signers: { ...full.signers, [step]: full.draftedBy } };
      expect(outcome(own, "submit", parties)).toBe(`bad_request signers.${step}`);
    }
    const noLawyer = { ...full, signers: { ...full.signers, lawyer: undefined } };
    expect(outcome({ ...noLawyer, touchesLaw: false }, "submit", parties)).toBe("reviewing");
  });

  it("is sent traceably", () => {
    const reply = replyIn("approved");
    expect(outcome(reply, "send", parties, {})).toBe("bad_request way");
    expect(outcome(reply, "send", parties, { way: "registered" })).toBe("bad_request trackingNumber");
    expect(outcome(reply, "send", parties, { way: "mail" })).toBe("sent");
    expect(outcome({ ...reply, to: { name: "王芳" } }, "send", parties, { way: "mail" })).toBe(
      "bad_request way",
    );
  });
});
