import { describe, expect, test } from "vitest";
import { deedsOf } from "./complaint";

describe("what may be done with a complaint", () => {
  test("has the next step apart: to propose once something was found, else to investigate", () => {
    expect(deedsOf({ may: ["investigate", "propose", "grade", "escalate"] })).toEqual({
      next: "propose",
      others: ["investigate", "escalate", "grade"],
    });
    expect(deedsOf({ may: ["investigate", "grade"] })).toEqual({ next: "investigate", others: ["grade"] });
  });

  test("offers no large step to who may only hand it up, nor what is done with the ticket", () => {
    expect(deedsOf({ may: ["grade", "escalate"] })).toEqual({
      next: undefined,
      others: ["escalate", "grade"],
    });
    expect(deedsOf({ may: ["satisfied", "again", "void"] })).toEqual({ next: undefined, others: [] });
  });
});
