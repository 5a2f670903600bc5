import * as z from "zod";
import { idOf } from "../id";
import { projectScope } from "../member/member.entity";
import { role } from "../member/role";
import { rowEntity } from "./adapter/layout";

/** Of the membership a session works under, what every request needs: kept true by the verbs that change members. */
export const memberSnapshot = z.object({
  tenantId: idOf("tenant"),
  memberId: idOf("member"),
  role,
  projectIds: projectScope,
  name: z.string(),
  shielded: z.literal(true).optional(),
});
export type MemberSnapshot = z.output<typeof memberSnapshot>;

/** Someone signed in on a device; found by the token its cookie holds. Without `member` no firm is chosen. */
export const Session = rowEntity(
  "session",
  "token",
  z.looseObject({
    id: z.string(),
    token: z.string(),
    userId: z.string(),
    expiresAt: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
    ipAddress: z.string().nullish(),
    userAgent: z.string().nullish(),
  }),
  { userName: z.string().optional(), member: memberSnapshot.optional() },
);
