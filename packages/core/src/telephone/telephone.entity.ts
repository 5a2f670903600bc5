import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { linkToken } from "../link/link";
import { entity } from "../table/entity";

export const mostLines = 200;

/** A number or extension as the telephone system names it. */
export const extension = z
  .string()
  .trim()
  .regex(/^[+*#\d]{1,20}$/, "must be a number or extension like 8001");

/** Who is at a line: these members; where none is named, the front desk of the project, or of all projects. */
export const lineSchema = z.strictObject({
  extension,
  projectId: idOf("project").optional(),
  memberIds: z.array(idOf("member")).max(20).default([]),
});
export type Line = z.output<typeof lineSchema>;

/** How a firm's telephone system is connected, and who is at its lines. */
export const Telephone = entity({
  name: "telephone",
  schema: z.object({
    /** What the address it posts to ends with: by it the firm is known. */
    key: linkToken,
    /** How often a secret was made; with the key, what the present one follows from. */
    turn: z.int().min(1),
    /** Since when the present secret holds; where none does, nothing is taken in. */
    connected: z.object({ at: instant, byName: z.string() }).optional(),
    lines: z.array(lineSchema).max(mostLines),
  }),
  key: (_: { tenantId?: string }) => [["telephone"], "telephone"],
});
