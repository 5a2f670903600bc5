import * as z from "zod";
import { idOf } from "../id";
import { entity } from "../table/entity";

/** Who did what to which record, when: written in the same transaction as the change itself. */
export const auditSchema = z.object({
  auditId: idOf("audit"),
  at: z.string(),
  actor: z.string(),
  verb: z.string(),
  subjectId: z.string().optional(),
  projectId: z.string().optional(),
  /** With room for what a text said and says, each as long as texts are. */
  detail: z.string().max(10_000).optional(),
  requestId: z.string(),
});

export type AuditFields = z.output<typeof auditSchema>;

/** By month, newest last; all of one record by gsi1. */
export const AuditEntry = entity({
  name: "audit",
  hiddenBy: ({ subjectId }) => subjectId,
  schema: auditSchema,
  key: (key: { auditId: string; at: string }) => [["audit", key.at.slice(0, 7)], key.auditId],
  indexes: { gsi1: (entry) => (entry.subjectId ? [["audit", entry.subjectId], entry.auditId] : undefined) },
});
