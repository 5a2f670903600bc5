/**
 * registered → assigned → accepted → started → completed (callback due) → closed; void ends what should never have
 * been one. A resident who is not satisfied brings the same ticket back to work.
 */
export const states = [
  "registered",
  "assigned",
  "accepted",
  "started",
  "completed",
  "closed",
  "void",
] as const;
export type State = (typeof states)[number];

/** States in which work is still to be done. */
export const openStates = ["registered", "assigned", "accepted", "started"] as const satisfies State[];
export const isOpen = (state: State) => (openStates as readonly State[]).includes(state);

export const actions = [
  /** Correct the words or the category. */
  "edit",
  /** Correct what else was entered wrongly: house, reporter, kind, urgency, channel. */
  "correct",
  /** Somebody spoke with the resident about it. */
  "contact",
  /** Give it out, or its one work order to somebody else. */
  "assign",
  /** Give out a further work order. */
  "split",
  /** Take a new one on oneself. */
  "accept",
  /** Report all of it done. */
  "complete",
  /** A complaint is answered: so it is done. */
  "answer",
  "void",
  /** The three outcomes of a callback. */
  "unreached",
  "satisfied",
  "unsatisfied",
  "reopen",
  /** The resident adds words or photos by the link. */
  "add",
  "rate",
  /** The resident says by the link that it is well before anybody called: the callback is answered. */
  "confirm",
  /** Somebody answers for a complaint whose resident is satisfied. */
  "close",
] as const;
export type Action = (typeof actions)[number];

/**
 * As what somebody stands to a ticket. dispatcher: the role may dispatch; registrar: took this one in; assignee:
 * one of its work orders was given to this person; caller: the role may call back, the person had no part in the work,
 * and nobody was reached yet; resident: holds this ticket's link.
 */
export const parties = ["dispatcher", "registrar", "assignee", "caller", "resident"] as const;
export type Party = (typeof parties)[number];

/** What must be given, or must hold of the ticket. */
export type Requirement =
  /** a trade or a person */
  | "target"
  /** a note saying why, or what was done */
  | "note"
  /** it was never reported done: what counts in figures does not vanish from them */
  | "neverCompleted"
  /** it was not taken up again too often */
  | "roomForAnother"
  /** it is a complaint, which is done by its answer and closed by whoever answers for it; or it is none */
  | "complaint"
  | "noComplaint";

/** Where an action leads: a state, nowhere, or one of two that the ticket decides. */
export type Target =
  | State
  | "stays"
  /** closed when the policy wants no callback, else completed */
  | "done"
  /** closed; a complaint stays completed until somebody answers for it */
  | "settled"
  /** assigned to whom it was assigned, else registered */
  | "backToWork";

export type Rule = { to: Target; who: readonly Party[]; requires?: readonly Requirement[] };

const edit: Rule = { to: "stays", who: ["dispatcher", "registrar"] };
const correct: Rule = { to: "stays", who: ["dispatcher"] };
const contact: Rule = { to: "stays", who: ["dispatcher", "assignee"], requires: ["note"] };
const assign: Rule = { to: "assigned", who: ["dispatcher"], requires: ["target"] };
const voided: Rule = { to: "void", who: ["dispatcher"], requires: ["note", "neverCompleted"] };
const split: Rule = { to: "stays", who: ["dispatcher"], requires: ["target"] };
const complete: Rule = { to: "done", who: ["dispatcher"], requires: ["noComplaint", "note"] };
const answer: Rule = { to: "completed", who: ["dispatcher"], requires: ["complaint", "note"] };
const reopen: Rule = {
  to: "backToWork",
  who: ["dispatcher", "resident"],
  requires: ["note", "roomForAnother"],
};
const add: Rule = { to: "stays", who: ["resident"] };
const rate: Rule = { to: "stays", who: ["resident"] };

/**
 * The whole machine, but for what its work orders do: while they are at work, the ticket is what they make of it
 * (order.states.ts). What is in neither cannot be done.
 */
export const table: Record<State, Partial<Record<Action, Rule>>> = {
  registered: {
    edit,
    correct,
    contact,
    assign,
    accept: { to: "accepted", who: ["dispatcher"] },
    complete,
    answer,
    void: voided,
    add,
    rate,
  },
  assigned: {
    edit,
    correct,
    contact,
    assign,
    split,
    complete,
    answer,
    void: voided,
    add,
    rate,
  },
  accepted: {
    edit,
    correct,
    contact,
    assign,
    split,
    complete,
    answer,
    void: voided,
    add,
    rate,
  },
  started: {
    edit,
    correct,
    contact,
    assign,
    split,
    complete,
    answer,
    void: voided,
    add,
    rate,
  },
  completed: {
    correct,
    unreached: { to: "stays", who: ["caller"], requires: ["note"] },
    satisfied: { to: "settled", who: ["caller"] },
    unsatisfied: { to: "backToWork", who: ["caller"], requires: ["note", "roomForAnother"] },
    reopen,
    rate,
    confirm: { to: "settled", who: ["resident"] },
    close: { to: "closed", who: ["dispatcher"], requires: ["complaint"] },
  },
  closed: { correct, reopen, rate },
  void: {},
};
