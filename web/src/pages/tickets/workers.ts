import type { Role } from "@frontdesk/core/member/role";
import { useQuery } from "@tanstack/react-query";
import { call } from "../../api/client";
import type { OutputOf } from "../../api/contract";

export type Worker = OutputOf<"GET /members">["items"][number];
type Trade = NonNullable<Worker["trade"]>;

export const trades = [
  "engineering",
  "security",
  "cleaning",
  "greening",
  "front_desk",
] as const satisfies Trade[];

const working: Record<Role, boolean> = {
  headquarters: true,
  project_manager: true,
  front_desk: true,
  area_manager: true,
  technician: true,
  finance: false,
  auditor: false,
};

/** Whether a role takes work on tickets. */
export const worksOnTickets = (role: Role): boolean => working[role];

/** Who may be given work in a project, those of the trade first, then technicians, by name. */
export function workersFor(
  members: readonly Worker[],
  projectId: string,
  trade: Trade | undefined,
): Worker[] {
  const rank = (one: Worker) => (trade && one.trade === trade ? 0 : one.role === "technician" ? 1 : 2);
  return members
    .filter((one) => one.state === "active" && worksOnTickets(one.role))
    .filter((one) => one.projectIds === "all" || one.projectIds.includes(projectId))
    .sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "zh-CN"));
}

/** All members of the firm who work there now: a firm has hundreds at most. */
export const useActiveMembers = (enabled: boolean) =>
  useQuery({
    queryKey: ["GET /members", "all active"],
    queryFn: async ({ signal }) => {
      const all: Worker[] = [];
      let cursor: string | undefined;
      do {
        const page = await call("GET /members", { state: "active", limit: 100, cursor }, { signal });
        all.push(...page.items);
        cursor = page.cursor;
      } while (cursor);
      return all;
    },
    enabled,
    staleTime: 60_000,
  });
