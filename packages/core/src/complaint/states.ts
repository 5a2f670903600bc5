/**
 * registered → investigating → proposed → approved → carriedOut → answered → satisfied → closed. What a leader gives
 * back, who is not satisfied and what a project cannot solve goes back to investigating; void ends what should never
 * have been a complaint.
 */
export const states = [
  "registered",
  "investigating",
  "proposed",
  "approved",
  "carriedOut",
  "answered",
  "satisfied",
  "closed",
  "void",
] as const;
export type State = (typeof states)[number];

/** States of a complaint that somebody still has to answer for. */
export const isOpen = (state: State) => state !== "closed" && state !== "void";
export const openStates = states.filter(isOpen);

export const actions = [
  /** Note what was found, with what proves it. */
  "investigate",
  "propose",
  /** The two answers of whoever decides on a proposal. */
  "approve",
  "giveBack",
  /** Report that what was approved has been done. */
  "carryOut",
  /** Tell the resident what was found, done and will be better. */
  "answer",
  /** Say how severe it is and what brought it about. */
  "grade",
  /** Say which members it is about, so that they do not see it. */
  "confide",
  /** Hand it to the firm's quality department. */
  "escalate",
  /** Say who answers for it: which department, why, whether it could have been prevented, and what is done about it. */
  "account",
  /** What becomes of its ticket: the resident is satisfied, it is taken up again, it is void. */
  "satisfied",
  "again",
  "void",
] as const;
export type Action = (typeof actions)[number];

/**
 * As what somebody stands to a complaint. handler: the role may dispatch; leader: the role answers for complaints of
 * the level it is at; decider: a leader who did not propose, nor decide on its first answer; ticket: nobody, but what
 * becomes of the ticket.
 */
export const parties = ["handler", "leader", "decider", "ticket"] as const;
export type Party = (typeof parties)[number];

/** What must be given, or must hold of the complaint. */
export type Requirement =
  /** something was found since it was taken up */
  | "finding"
  /** headquarters does not have it yet */
  | "atProject";

export type Rule = { to: State | "stays"; who: readonly Party[]; requires?: readonly Requirement[] };

const grade: Rule = { to: "stays", who: ["handler", "leader"] };
const escalate: Rule = { to: "investigating", who: ["handler", "leader"], requires: ["atProject"] };
const voided: Rule = { to: "void", who: ["ticket"] };
const again: Rule = { to: "investigating", who: ["ticket"] };
const confide: Rule = { to: "stays", who: ["handler", "leader"] };
const unanswered = { grade, confide, escalate, void: voided };

/** The whole machine. What is not in it cannot be done. */
export const table: Record<State, Partial<Record<Action, Rule>>> = {
  registered: { investigate: { to: "investigating", who: ["handler"] }, ...unanswered },
  investigating: {
    investigate: { to: "stays", who: ["handler"] },
    propose: { to: "proposed", who: ["handler"], requires: ["finding"] },
    ...unanswered,
  },
  proposed: {
    approve: { to: "approved", who: ["decider"] },
    giveBack: { to: "investigating", who: ["decider"] },
    ...unanswered,
  },
  approved: { carryOut: { to: "carriedOut", who: ["handler"] }, ...unanswered },
  carriedOut: { answer: { to: "answered", who: ["handler"] }, ...unanswered },
  answered: { grade, confide, satisfied: { to: "satisfied", who: ["ticket"] }, again },
  satisfied: { grade, confide, account: { to: "closed", who: ["leader"] }, again },
  closed: { again },
  void: { again },
};
