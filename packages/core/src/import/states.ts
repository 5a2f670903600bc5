import { conflict } from "../error";

export const importStates = ["preview", "running", "done", "failed", "discarded"] as const;
export type ImportState = (typeof importStates)[number];
export type ImportAction = "match" | "start" | "finish" | "fail" | "discard";

/** State × action → state. What is not here is not allowed. */
export const importMoves: Record<ImportState, Partial<Record<ImportAction, ImportState>>> = {
  preview: { match: "preview", start: "running", discard: "discarded" },
  running: { finish: "done", fail: "failed" },
  done: {},
  failed: {},
  discarded: {},
};

/** The state after an action. Throws `conflict` when the import is past it. */
export function importAfter(state: ImportState, action: ImportAction): ImportState {
  const next = importMoves[state][action];
  if (!next) throw conflict("This import has been started already, or is over");
  return next;
}
