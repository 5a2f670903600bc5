import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { locale } from "../tenant/tenant.entity";
import { role } from "./role";

/** Who does which part of a ticket. */
export const trades = ["engineering", "security", "cleaning", "greening", "front_desk"] as const;
export const trade = z.enum(trades);
export type Trade = (typeof trades)[number];

/** The projects a member works in: all there are and will be, or these. */
export const projectScope = z
  .union([z.literal("all"), z.array(idOf("project")).min(1).max(200)])
  .meta({ description: '"all", or the ids of projects' });
export type ProjectScope = z.output<typeof projectScope>;

/** Ended: what a disabled member did stays theirs, but they can do no more. */
export const memberStates = ["active", "disabled"] as const;

/** A person working for a tenant. Name, e-mail and locale are the person's own, kept here for lists and letters. */
export const memberSchema = z.object({
  memberId: idOf("member"),
  userId: idOf("user"),
  name: z.string().min(1).max(40),
  email: z.string().max(120),
  phone: z.string().max(30).optional(),
  role,
  projectIds: projectScope,
  /** Technicians have one. */
  trade: trade.optional(),
  state: z.enum(memberStates),
  locale,
  joinedAt: instant,
  /** Something is hidden from them; they are not told so. */
  shielded: z.literal(true).optional(),
});

/** All members of a tenant lie in one partition: a firm has hundreds, and assignment lists want them all. */
export const Member = entity({
  name: "member",
  schema: memberSchema,
  key: (key: { memberId: string }) => [["member"], key.memberId],
});

/** The active members at headquarters: one record, so that two who leave at once cannot both be the last but one. */
export const Headquarters = entity({
  name: "headquarters",
  schema: z.object({ memberIds: z.array(idOf("member")).max(2_000) }),
  key: (_: { tenantId?: string }) => [["headquarters"], "headquarters"],
});
