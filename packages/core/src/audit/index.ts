import * as z from "zod";
import { isoNow, month } from "../clock";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { AuditEntry, auditSchema } from "./audit.entity";

/** The trail of one record, or of a month (UTC), newest first. */
export const listAudit = verb({
  name: "audit.list",
  may: "audit.read",
  input: z.object({ subjectId: z.string().max(40).optional(), month: month.optional(), ...pageInput }),
  output: z.object({ items: z.array(auditSchema), cursor: z.string().optional() }),
  run: async ({ subjectId, month: of = isoNow().slice(0, 7), limit, cursor }) =>
    subjectId
      ? AuditEntry.query("gsi1", ["audit", subjectId], { limit, cursor, reverse: true })
      : AuditEntry.query("table", ["audit", of], { limit, cursor, reverse: true }),
});
