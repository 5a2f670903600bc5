import * as z from "zod";
import { countings } from "../calendar/hours";
import { instant } from "../clock";
import { idOf } from "../id";
import { linkToken } from "../link/link";
import { trade } from "../member/member.entity";
import { phone } from "../resident/resident.entity";
import { entity, type ItemOf } from "../table/entity";
import { locale } from "../tenant/tenant.entity";
import { categoryCode, ticketChannels, ticketKind, urgency } from "./kind";
import { isOpen, states } from "./states";

/** Photos of a ticket or a step, as attachments; videos and recordings too, since these are taken. */
export const photos = z.array(idOf("attachment")).max(9);
/** What somebody said, 1–2000 characters. */
export const words = z.string().trim().min(1).max(2_000);
/** What a member notes on a step. */
export const note = z.string().trim().min(1).max(1_000);
export const score = z.int().min(1).max(5);

/** What its channel calls what a ticket came in by, such as a telephone system the call. */
export const reference = z.string().trim().min(1).max(100);

/** Who brought it in, and how they were to be reached at that time. */
export const reporterSchema = z.object({
  residentId: idOf("resident").optional(),
  name: z.string().trim().min(1).max(60),
  phone: phone.optional(),
  email: z.email().max(120).optional(),
  locale,
});

/** What a callback asks to be scored. */
export const aspects = ["speed", "attitude", "workmanship", "result"] as const;
export const scores = z.strictObject({
  speed: score.optional(),
  attitude: score.optional(),
  workmanship: score.optional(),
  result: score.optional(),
});
export type Scores = z.output<typeof scores>;

/** A resident's own voice by the link; a member's callback is never in here. */
export const ratingSchema = z.object({ score, words: z.string().max(500).optional(), at: instant });

/**
 * One time the work was reported done, with the clock it ran under and what the resident said of it. A ticket that
 * was reopened has several; `reopenedAt` stands on those that did not hold.
 */
export const completionSchema = z.object({
  completedAt: instant,
  byMemberId: z.string(),
  byName: z.string(),
  note,
  photos,
  clockStartedAt: instant,
  dueAt: instant,
  onTime: z.boolean(),
  /** The resident paid for it. */
  paid: z.boolean().optional(),
  callbackWanted: z.boolean(),
  callbackDueAt: instant.optional(),
  /** When a callback reached somebody, and what they said to it; `score` is of earlier versions. */
  reachedAt: instant.optional(),
  satisfied: z.boolean().optional(),
  score: score.optional(),
  scores: scores.optional(),
  /** Residents answered by the link themselves: `rating` holds what they said, and nobody called. */
  byLink: z.boolean().optional(),
  words: z.string().max(1_000).optional(),
  calledBy: z.string().optional(),
  reopenedAt: instant.optional(),
  rating: ratingSchema.optional(),
});
export type Completion = z.output<typeof completionSchema>;
/** A ticket is taken up again so often at most; then a new one is better. */
export const maxCompletions = 20;
export const maxWorkers = 100;

/** So many tickets at most are kept as related to one in one way. */
export const maxRelated = 20;
const related = z.array(idOf("ticket")).max(maxRelated).default([]);

/** Whatever a resident or member brings in. All that figures count of it stands on the record itself. */
export const ticketSchema = z.object({
  ticketId: idOf("ticket"),
  /** Like BX20261121-0007; counted per project and local day, whatever the kind. */
  number: z.string().max(20),
  projectId: idOf("project"),
  houseId: idOf("house").optional(),
  houseCode: z.string().max(40).optional(),
  reporter: reporterSchema,
  kind: ticketKind,
  category: categoryCode,
  urgency,
  channel: z.enum(ticketChannels),
  reference: reference.optional(),
  words,
  photos,
  state: z.enum(states),
  trade: trade.optional(),
  assigneeId: idOf("member").optional(),
  assigneeName: z.string().max(60).optional(),
  /** It was given out by a rule when it was registered. */
  routed: z.literal(true).optional(),
  /** When it was first given out by hand; tickets of earlier versions do not say it. */
  givenOutAt: instant.optional(),
  /** The token of the link by which its resident follows it; where nobody can be written to there is none. */
  link: linkToken.optional(),
  /** So often it turned out to be another one's: links from before that open it no more. */
  relinked: z.int().min(1).max(999).optional(),
  registeredBy: z.string(),
  registeredByName: z.string(),
  createdAt: instant,
  responseDueAt: instant,
  /** First time a member took it up: assigned, accepted, started, completed, or spoke with the resident about it. */
  respondedAt: instant.optional(),
  /** The report read back to the resident: by when, and when. */
  verifiedDueAt: instant.optional(),
  verifiedAt: instant.optional(),
  /** Of the present round of work: by when somebody is there, a complaint answered; when it was. */
  onSiteDueAt: instant.optional(),
  onSiteAt: instant.optional(),
  answerDueAt: instant.optional(),
  answeredAt: instant.optional(),
  /** By when the quality department, which has it now, answers a complaint. */
  qualityDueAt: instant.optional(),
  /** When the resident is to hear next how it stands. */
  progressDueAt: instant.optional(),
  /** A call was promised to them by then: no report takes its place. */
  promisedAt: instant.optional(),
  /** Of the present round of work. */
  acceptedAt: instant.optional(),
  startedAt: instant.optional(),
  /** The completion clock that runs, or ran last. */
  completionStartedAt: instant,
  completionDueAt: instant,
  /** Since when the completion clock stands: no work order can be worked on. */
  pausedAt: instant.optional(),
  /** What it counts; tickets of earlier versions count always. */
  completionCounting: z.enum(countings).optional(),
  /** The resident pays for some of the work of the present round. */
  paid: z.boolean().optional(),
  completions: z.array(completionSchema).max(maxCompletions).default([]),
  /** Everybody who started the work or reported it done, in any round: they never call it back. */
  workerIds: z.array(z.string()).max(maxWorkers).default([]),
  /** The last time it was closed; stays when it is reopened, since figures count it. */
  closedAt: instant.optional(),
  reopenedCount: z.int().min(0).default(0),
  /** Repairs of the same house and category, done within 30 days before this one was registered. */
  repeatOf: related,
  /** Repairs of the same house and category, registered within 30 days after this one was done. */
  repeatedBy: related,
  voidedAt: instant.optional(),
  duplicateOf: idOf("ticket").optional(),
  /** Tickets that were merged into this one, whose residents are told of its outcome too. */
  duplicates: z.array(idOf("ticket")).max(maxRelated).optional(),
  /** Steps in its history so far. */
  steps: z.int().min(1),
});

/**
 * With its steps, orders and callbacks in one partition. Lists: of a project by state (gsi1), of the tenant by state
 * (gsi2), of a house (gsi3) or, of what belongs to none, of a project's open ones by category (gsi3), each in the order
 * of registration, which is that of the ids.
 */
export const Ticket = entity({
  name: "ticket",
  hiddenBy: ({ ticketId }) => ticketId,
  packed: true,
  schema: ticketSchema,
  key: (key: { ticketId: string }) => [[key.ticketId], "ticket"],
  indexes: {
    gsi1: (ticket) => [[ticket.projectId, "ticket"], `${ticket.state}#${ticket.ticketId}`],
    gsi2: (ticket) => [["ticket"], `${ticket.state}#${ticket.ticketId}`],
    gsi3: ({ ticketId, projectId, houseId, kind, category, state }) => {
      if (houseId) return [[houseId, "ticket"], ticketId];
      return isOpen(state) ? [[projectId, "publicTicket", kind, category], ticketId] : undefined;
    },
  },
});
export type TicketItem = ItemOf<typeof Ticket>;
