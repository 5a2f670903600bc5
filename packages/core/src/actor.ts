import type { Role } from "./member/role";

/** A signed-in person working for a tenant. `projectIds` is "all" or the projects they are limited to. */
export type MemberActor = {
  type: "member";
  tenantId: string;
  memberId: string;
  userId: string;
  name: string;
  role: Role;
  projectIds: readonly string[] | "all";
  /** Something is hidden from them (table/hidden.ts). */
  shielded?: true;
};
/** The service itself, working for one tenant: schedules, senders, imports. */
export type SystemActor = { type: "system"; tenantId: string };
/** A resident without an account, let in by a link or a project's QR code; `subjectId` is what the link opens. */
export type ResidentActor = { type: "resident"; tenantId: string; subjectId: string };
/** Signed in, but not (yet) working for a chosen tenant. */
export type UserActor = { type: "user"; userId: string; name: string };
/** Nobody. */
export type PublicActor = { type: "public" };

export type TenantActor = MemberActor | SystemActor | ResidentActor;
export type Actor = TenantActor | UserActor | PublicActor;

/** How an actor is written into audit entries and histories: its kind and, for members, who. */
export function actorRef(actor: Actor): string {
  switch (actor.type) {
    case "member":
      return actor.memberId;
    case "user":
      return actor.userId;
    case "resident":
      return `resident:${actor.subjectId}`;
    default:
      return actor.type;
  }
}
