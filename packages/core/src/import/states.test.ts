import { describe, expect, it } from "vitest";
import { type ImportAction, importAfter, importMoves, importStates } from "./states";

const actions: ImportAction[] = ["match", "start", "finish", "fail", "discard"];
const allowed: Record<string, string> = {
  "preview match": "preview",
  "preview start": "running",
  "preview discard": "discarded",
  "running finish": "done",
  "running fail": "failed",
};

describe("the states of an import", () => {
  it.each(importStates.flatMap((state) => actions.map((action) => [state, action] as const)))(
    "%s, %s",
    (state, action) => {
      const next = allowed[`${state} ${action}`];
      expect(importMoves[state][action]).toBe(next);
      if (next) expect(importAfter(state, action)).toBe(next);
      else expect(() => importAfter(state, action)).toThrow("started already, or is over");
    },
  );
});
