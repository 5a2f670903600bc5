import { describe, expect, test } from "vitest";
import { deedsOf } from "./actions";

const me = "mem_1";

describe("the next step", () => {
  test("of a new ticket is its dispatch, though one may also take or finish it", () => {
    const { next, others } = deedsOf(
      { state: "registered", may: ["edit", "contact", "assign", "accept", "complete", "void"] },
      me,
    );
    expect(next).toBe("assign");
    expect(others).toEqual(["accept", "complete", "contact", "edit", "void"]);
  });

  test("of given work is taking it, then beginning, then reporting it done", () => {
    const mine = { assigneeId: me };
    expect(deedsOf({ ...mine, state: "assigned", may: ["accept", "refuse"] }, me).next).toBe("accept");
    expect(deedsOf({ ...mine, state: "accepted", may: ["refuse", "start", "complete"] }, me).next).toBe(
      "start",
    );
    expect(deedsOf({ ...mine, state: "started", may: ["contact", "complete"] }, me).next).toBe("complete");
  });

  test("is that of one's own work order, whatever the others of the ticket do", () => {
    const own = (state: "waiting" | "started" | "paused", ...may: ("accept" | "complete" | "resume")[]) => ({
      state: "started" as const,
      assigneeId: "mem_2",
      orders: [{ order: 2, assigneeId: me, state, may, takesMaterials: false }],
      may,
    });
    expect(deedsOf(own("waiting", "accept"), me).next).toBe("accept");
    expect(deedsOf(own("started", "complete"), me).next).toBe("complete");
    expect(deedsOf(own("paused", "complete", "resume"), me).next).toBe("resume");
  });

  test("of somebody else's work is not the dispatcher's", () => {
    const { next, others } = deedsOf(
      { assigneeId: "mem_2", state: "started", may: ["edit", "contact", "assign", "complete", "void"] },
      me,
    );
    expect(next).toBeUndefined();
    expect(others).toEqual(["complete", "assign", "contact", "edit", "void"]);
  });

  test("of finished work is one callback, whatever comes out of it", () => {
    const { next, others } = deedsOf(
      { state: "completed", may: ["unreached", "satisfied", "unsatisfied", "reopen"] },
      me,
    );
    expect(next).toBe("callback");
    expect(others).toEqual(["reopen"]);
  });

  test("is never a resident's rating", () => {
    expect(deedsOf({ state: "closed", may: ["rate"] }, me)).toEqual({ next: undefined, others: [] });
  });
});
