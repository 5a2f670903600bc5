import type { Role } from "@frontdesk/core/member/role";
import type { InputOf } from "../../api/contract";

/** The roles in the order in which they are offered. */
export const roles: readonly Role[] = [
  "headquarters",
  "project_manager",
  "front_desk",
  "area_manager",
  "technician",
  "finance",
  "auditor",
];

export type Position = Pick<InputOf<"POST /invitations">, "role" | "projectIds" | "trade">;

/** A position as a form holds it. */
export interface PositionFields {
  role: Role;
  scope: "all" | "some";
  projectIds: string[];
  trade: Position["trade"];
}

/** What a form says as the server takes it: headquarters is everywhere, only technicians have a trade. */
export function positionOf({
  role,
  scope,
  projectIds,
  trade,
}: Partial<PositionFields> & Pick<PositionFields, "role">): Position {
  return {
    role,
    projectIds: role === "headquarters" || scope !== "some" ? "all" : (projectIds ?? []),
    trade: role === "technician" ? trade : undefined,
  };
}

/** The form for a position there is. */
export const fieldsOf = ({ role, projectIds, trade }: Position): PositionFields => ({
  role,
  scope: projectIds === "all" ? "all" : "some",
  projectIds: projectIds === "all" ? [] : [...projectIds],
  trade,
});
