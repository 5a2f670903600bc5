/**
 * draft → reviewing → reviewed → approved → sent → archived; withdrawn ends a letter that is not to be. Whoever reviews
 * or approves may give it back to be drafted anew; after approval nothing of it changes any more.
 */
export const states = [
  "draft",
  "reviewing",
  "reviewed",
  "approved",
  "sent",
  "archived",
  "withdrawn",
] as const;
export type State = (typeof states)[number];

export const actions = [
  /** Change the words, to whom they go, or who signs. */
  "revise",
  "comment",
  "submit",
  /** Take it back out of review. */
  "recall",
  /** The two answers of a reviewer; an approver gives back, too. */
  "agree",
  "giveBack",
  "approve",
  "send",
  /** The call that asks whether it arrived reached nobody; it came back; it arrived. */
  "unreached",
  "cameBack",
  "confirm",
  /** Close it though nobody could be asked. */
  "archive",
  "withdraw",
] as const;
export type Action = (typeof actions)[number];

/**
 * As what a member stands to a letter. drafter: wrote it; named: a reviewer of it; reviewer: one whose turn it is;
 * approver: named to approve it, never its drafter; desk: the role may dispatch; caller: the role may call residents.
 */
export const parties = ["drafter", "named", "reviewer", "approver", "desk", "caller"] as const;
export type Party = (typeof parties)[number];

/** What must be given, or must hold of the letter. */
export type Requirement =
  | "note"
  /** everybody who is to sign is named, and nobody signs what they drafted */
  | "signers"
  /** nothing is left open in its words */
  | "noBlanks"
  /** how it was sent: the tracking number, or an address to send a mail to */
  | "way";

/** Where an action leads: a state, nowhere, or on once all have agreed. */
export type Target = State | "stays" | "signed";
export type Rule = { to: Target; who: readonly Party[]; requires?: readonly Requirement[] };

const comment: Rule = {
  to: "stays",
  who: ["drafter", "named", "approver", "desk"],
  requires: ["note"],
};
const recall: Rule = { to: "draft", who: ["drafter"] };
const withdraw: Rule = { to: "withdrawn", who: ["drafter", "approver"], requires: ["note"] };

/** The whole machine. What is not in it cannot be done. */
export const table: Record<State, Partial<Record<Action, Rule>>> = {
  draft: {
    revise: { to: "stays", who: ["drafter"] },
    comment,
    submit: { to: "reviewing", who: ["drafter"], requires: ["noBlanks", "signers"] },
    withdraw,
  },
  reviewing: {
    comment,
    recall,
    agree: { to: "signed", who: ["reviewer"] },
    giveBack: { to: "draft", who: ["reviewer"], requires: ["note"] },
    withdraw,
  },
  reviewed: {
    comment,
    recall,
    giveBack: { to: "draft", who: ["approver"], requires: ["note"] },
    approve: { to: "approved", who: ["approver"] },
    withdraw,
  },
  approved: { send: { to: "sent", who: ["desk"], requires: ["way"] } },
  sent: {
    unreached: { to: "stays", who: ["caller"], requires: ["note"] },
    confirm: { to: "archived", who: ["caller"] },
    cameBack: { to: "approved", who: ["desk"], requires: ["note"] },
    archive: { to: "archived", who: ["desk"], requires: ["note"] },
  },
  archived: {},
  withdrawn: {},
};
