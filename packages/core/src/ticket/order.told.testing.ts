import type { OrderAction, OrderParty, OrderState } from "./order.states";

/**
 * The machine of work orders once more, as people would say it: state, action, who may, where it leads. D dispatcher,
 * A who has the order, T those of the trade it was given to while nobody has it, S who takes over the shift.
 */
const told = `
  waiting  accept    A T   accepted
  waiting  refuse    A T   refused
  waiting  transfer  D A   waiting
  waiting  appoint   D A   waiting
  waiting  complete  D     done
  waiting  withdraw  D     withdrawn
  waiting  takeOver  S     accepted
  accepted refuse    A     refused
  accepted transfer  D A   waiting
  accepted appoint   D A   accepted
  accepted arrive    A     arrived
  accepted start     A     started
  accepted pause     A D   paused
  accepted complete  A D   done
  accepted withdraw  D     withdrawn
  accepted takeOver  S     accepted
  arrived  transfer  D A   waiting
  arrived  appoint   D A   arrived
  arrived  start     A     started
  arrived  pause     A D   paused
  arrived  complete  A D   done
  arrived  withdraw  D     withdrawn
  arrived  takeOver  S     accepted
  started  transfer  D A   waiting
  started  appoint   D A   started
  started  pause     A D   paused
  started  complete  A D   done
  started  withdraw  D     withdrawn
  started  takeOver  S     started
  paused   transfer  D A   waiting
  paused   appoint   D A   paused
  paused   resume    A     started
  paused   complete  A D   done
  paused   withdraw  D     withdrawn
  paused   takeOver  S     paused
  refused  transfer  D     waiting
  refused  withdraw  D     withdrawn
`;
const letters: Record<string, OrderParty> = { D: "dispatcher", A: "assignee", T: "trade", S: "successor" };

/** Its lines, one for each action that a state knows. */
export const lines = told
  .trim()
  .split("\n")
  .map((line) => {
    const [state, action, ...rest] = line.trim().split(/\s+/);
    const who = rest.slice(0, -1).flatMap((letter) => letters[letter] ?? []);
    return { state: state as OrderState, action: action as OrderAction, who, to: rest.at(-1) as OrderState };
  });

/** What is told of an action in a state; undefined where it cannot be done. */
export const toldOf = (state: OrderState, action: OrderAction) =>
  lines.find((line) => line.state === state && line.action === action);
