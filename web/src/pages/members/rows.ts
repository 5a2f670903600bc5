import type { ApiName } from "../../api/contract";
import type { ItemOf } from "../../api/useQueryOf";

export type MemberRow = ItemOf<"GET /members">;
export type InvitationRow = ItemOf<"GET /invitations">;

/** What is read anew once a member is another. */
export const memberLists: readonly ApiName[] = ["GET /members", "GET /members/{memberId}", "GET /session"];
