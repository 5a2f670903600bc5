import { plus } from "../clock";
import type { Timing } from "../clocks/timing";
import type { Trade } from "../member/member.entity";
import type { OrderAction, PauseCause } from "./order.states";
import { type Action, isOpen, type State } from "./states";
import type { Was } from "./step.entity";
import { type Completion, maxWorkers, type Scores, type TicketItem } from "./ticket.entity";
import { progressTime, qualityTime, roundTimes } from "./times";

/** All that an action may bring along. */
export type Facts = {
  /** When it counts as done; and, of what a phone told late, the time it told and when that arrived. */
  at: string;
  toldAt?: string;
  arrivedAt?: string;
  /** Who acts: a member's id, or the kind of actor. */
  by: string;
  byName: string;
  /** By what the clocks run that start now. */
  timing: Timing;
  note?: string;
  photos?: string[];
  trade?: Trade;
  assigneeId?: string;
  assigneeName?: string;
  words?: string;
  /** What turned out to be otherwise, and how it stood before. */
  correction?: Changes;
  was?: Was;
  relinked?: true;
  duplicateOf?: string;
  score?: number;
  scores?: Scores;
  paid?: boolean;
  callbackWanted?: boolean;
  callbackHours?: number;
  /** Of an order: which one, and when the resident expects somebody; of a contact, when they expect a call. */
  order?: number;
  appointmentAt?: string;
  /** Of a pause: why, as the resident is told. */
  cause?: PauseCause;
  /** Whose work it is, whoever reports it. */
  hands?: readonly string[];
  /** Which completion is rated. */
  index?: number;
};
export type Changes = Partial<TicketItem>;

type Change = (ticket: TicketItem, to: State, facts: Facts) => Changes;

const takenUp: Change = (ticket, _, { at }) => ({ respondedAt: ticket.respondedAt ?? at });
const givenOut: Change = (ticket, to, facts) => ({
  ...takenUp(ticket, to, facts),
  givenOutAt: ticket.givenOutAt ?? facts.at,
});
/** Somebody spoke with the resident: what was said is verified, and the next word to them is due later. */
const spoken: Change = (ticket, to, facts) => ({
  ...takenUp(ticket, to, facts),
  ...progressTime(ticket, facts.at, facts.timing),
  verifiedAt: ticket.verifiedAt ?? facts.at,
  answeredAt: ticket.answerDueAt && (ticket.answeredAt ?? facts.at),
});
const arrived: Change = (ticket, to, facts) => ({
  ...takenUp(ticket, to, facts),
  onSiteAt: ticket.onSiteAt ?? facts.at,
});
const worked: Change = (ticket, to, facts) => ({
  ...arrived(ticket, to, facts),
  workerIds: workers(ticket, facts),
});
const done: Change = (ticket, to, facts) => ({
  ...takenUp(ticket, to, facts),
  workerIds: workers(ticket, facts),
  paid: isOpen(to) ? ticket.paid || facts.paid : undefined,
  ...(!isOpen(to) && { completions: [...ticket.completions, completionOf(ticket, facts)] }),
  ...closed(to, facts),
});
const closed = (to: State, { at }: Facts): Changes => (to === "closed" ? { closedAt: at } : {});
const nothing: Change = () => ({});

const changes: Record<Action | OrderAction, Change> = {
  edit: (_ticket, _to, { correction = {} }) => correction,
  correct: (_ticket, _to, { correction = {} }) => correction,
  contact: (ticket, to, facts) => ({
    ...spoken(ticket, to, facts),
    ...progressTime(ticket, facts.at, facts.timing, facts.appointmentAt),
  }),
  assign: givenOut,
  split: givenOut,
  transfer: takenUp,
  accept: takenUp,
  refuse: nothing,
  withdraw: nothing,
  appoint: spoken,
  arrive: arrived,
  start: worked,
  pause: nothing,
  resume: worked,
  takeOver: takenUp,
  complete: done,
  answer: (ticket, to, facts) => ({ ...done(ticket, to, facts), ...spoken(ticket, to, facts) }),
  void: (_ticket, _to, { at, duplicateOf }) => ({ voidedAt: at, duplicateOf }),
  unreached: nothing,
  satisfied: (ticket, to, facts) => ({
    ...closed(to, facts),
    completions: onLast(ticket, reached(facts, true)),
  }),
  unsatisfied: (ticket, _, facts) => again(ticket, facts, { ...reached(facts, false), reopenedAt: facts.at }),
  reopen: (ticket, _, facts) => again(ticket, facts, { reopenedAt: facts.at }),
  add: (ticket, _, { photos = [] }) => ({ photos: [...ticket.photos, ...photos] }),
  rate: (ticket, _, { index = -1, ...facts }) => ({
    completions: ticket.completions.map((one, i) =>
      i === index ? { ...one, rating: ratingOf(facts) } : one,
    ),
  }),
  confirm: (ticket, to, facts) => ({
    ...closed(to, facts),
    completions: onLast(ticket, {
      reachedAt: facts.at,
      satisfied: true,
      byLink: true,
      rating: ratingOf(facts),
    }),
  }),
  close: (_, to, facts) => closed(to, facts),
};

/** What an action changes on a ticket on its way to `to`. Pure: the same history makes the same record. */
export const changesBy = (
  action: Action | OrderAction,
  ticket: TicketItem,
  to: State,
  facts: Facts,
): Changes => ({
  ...changes[action](ticket, to, facts),
  state: to,
});

/** With who acts, and whose work it is when somebody else reports it. */
const workers = ({ workerIds, assigneeId }: TicketItem, { by, hands }: Facts) =>
  [...new Set([...workerIds, by, ...(hands ?? (assigneeId ? [assigneeId] : []))])].slice(-maxWorkers);

function completionOf(ticket: TicketItem, facts: Facts): Completion {
  const { at, by, byName, note = "", photos = [], callbackWanted = false, callbackHours = 24 } = facts;
  const paid = ticket.paid || facts.paid || false;
  return {
    completedAt: at,
    byMemberId: by,
    byName,
    note,
    photos,
    clockStartedAt: ticket.completionStartedAt,
    dueAt: ticket.completionDueAt,
    onTime: at <= ticket.completionDueAt,
    paid,
    callbackWanted,
    callbackDueAt: callbackWanted ? plus(at, { hours: callbackHours }) : undefined,
  };
}

const ratingOf = ({ score = 0, words, at }: Facts) => ({ score, words, at });

const reached = ({ at, by, scores, note }: Facts, satisfied: boolean): Partial<Completion> => ({
  reachedAt: at,
  satisfied,
  scores,
  words: note,
  calledBy: by,
});

const onLast = ({ completions }: TicketItem, change: Partial<Completion>): Completion[] =>
  completions.map((one, i) => (i === completions.length - 1 ? { ...one, ...change } : one));

/** Back to work: the completion did not hold, and a clock of its own starts for the next one. */
function again(ticket: TicketItem, { at, timing }: Facts, change: Partial<Completion>): Changes {
  return {
    completions: onLast(ticket, change),
    reopenedCount: ticket.reopenedCount + 1,
    ...{ acceptedAt: undefined, startedAt: undefined, onSiteAt: undefined },
    ...roundTimes(ticket, at, timing),
    ...(ticket.kind === "complaint" && qualityTime(ticket, at, timing)),
  };
}
