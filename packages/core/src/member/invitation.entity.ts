import * as z from "zod";
import { epochOf, instant, plus } from "../clock";
import { idOf } from "../id";
import { entity } from "../table/entity";
import { locale } from "../tenant/tenant.entity";
import { projectScope, trade } from "./member.entity";
import { role } from "./role";

export const invitationStates = ["pending", "accepted", "withdrawn"] as const;

/**
 * Someone asked to join a firm. One an address: asking again renews it. Only the link sent last opens it, by the
 * hash of its token.
 */
export const invitationSchema = z.object({
  invitationId: idOf("invitation"),
  email: z.string().max(120),
  role,
  projectIds: projectScope,
  trade: trade.optional(),
  locale,
  state: z.enum(invitationStates),
  inviterName: z.string().max(40),
  tokenHash: z.string(),
  sentAt: instant,
  ends: instant,
  /** The member who came of it. */
  memberId: idOf("member").optional(),
  createdAt: instant,
});

export const Invitation = entity({
  name: "invitation",
  schema: invitationSchema,
  key: (key: { invitationId: string }) => [["invitation"], key.invitationId],
  // Asked in vain: the address of somebody who is nobody here. As long as the link is known to be too old.
  expires: ({ state, ends }) => (state === "accepted" ? undefined : epochOf(plus(ends, { days: 30 }))),
});
