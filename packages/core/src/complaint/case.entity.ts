import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { trade } from "../member/member.entity";
import { entity, type ItemOf } from "../table/entity";
import { ticketSchema } from "../ticket/ticket.entity";
import { isOpen, states } from "./states";

/** group: several households complain of the same. */
export const severities = ["ordinary", "major", "group"] as const;
export const severity = z.enum(severities);

/** What brings a complaint about; the catalogues hold their names. */
export const causes = [
  "attitude",
  "delay",
  "workmanship",
  "communication",
  "cleaning",
  "greening",
  "security",
  "parking",
  "noise",
  "lift",
  "supply",
  "facilities",
  "renovation",
  "fees",
  "neighbours",
  "other",
] as const;
export const cause = z.enum(causes);

/** Who decides on it: the project, or the firm's quality department at headquarters. */
export const levels = ["project", "headquarters"] as const;

const said = z.string().trim().min(1).max(500);
/** Who answers for a complaint (domain.md, system 4). */
export const accountabilitySchema = z.object({
  department: trade,
  cause,
  /** What led to it, and what is done so that it does not happen again. */
  reason: said,
  preventable: z.boolean(),
  measure: said,
});

const { number, projectId, houseId, houseCode, category } = ticketSchema.shape;

/** How a complaint stands. What was said on its way stands in its steps. */
export const caseSchema = z.object({
  ticketId: idOf("ticket"),
  ...{ number, projectId, houseId, houseCode, category },
  createdAt: instant,
  state: z.enum(states),
  severity,
  cause: cause.optional(),
  level: z.enum(levels),
  /** Raised when the resident is not satisfied, and when the quality department takes it. */
  stage: z.int().min(1).max(99),
  /** What was noted as found in this stage. */
  findings: z.int().min(0),
  proposedBy: z.string().optional(),
  /** Who investigated it or did what was approved: they do not ask the resident how it went. */
  handlers: z.array(z.string()).max(50),
  /** Who decided in the first stage: they do not decide again. */
  decidedFirst: z.array(z.string()).max(50),
  accountability: accountabilitySchema.optional(),
  /** The members it is about: it is hidden from them. */
  about: z.array(idOf("member")).max(10).optional(),
  /** Complaints of the same house and category within the 30 days before. */
  repeatOf: z.array(idOf("ticket")).max(20),
  closedAt: instant.optional(),
  /** Steps on its way so far. */
  steps: z.int().min(0).max(9_999),
});

/**
 * With its ticket. Lists by state: of a project (gsi1), of the tenant (gsi2); of a house, the open ones apart (gsi3);
 * each in the order of registration.
 */
export const Case = entity({
  name: "complaint",
  hiddenBy: ({ ticketId }) => ticketId,
  schema: caseSchema,
  packed: true,
  key: (key: { ticketId: string }) => [[key.ticketId], "complaint"],
  indexes: {
    gsi1: (one) => [[one.projectId, "complaint"], `${one.state}#${one.ticketId}`],
    gsi2: (one) => [["complaint"], `${one.state}#${one.ticketId}`],
    gsi3: (one) =>
      one.houseId
        ? [[one.houseId, "complaint"], `${isOpen(one.state) ? "open" : "over"}#${one.ticketId}`]
        : undefined,
  },
});
export type CaseItem = ItemOf<typeof Case>;
