import type { ApiName, OutputOf } from "../../api/contract";

export type RosterRow = OutputOf<"GET /rosters">["items"][number];
export type RosterDetail = OutputOf<"GET /rosters/{rosterId}">;
export type Duty = RosterDetail["week"][number];
export type HandoverDetail = OutputOf<"GET /handovers/{handoverId}">;

/** All that is read anew after a change of a roster or a handover. */
export const changedByRoster: readonly ApiName[] = [
  "GET /rosters",
  "GET /rosters/{rosterId}",
  "GET /rosters/{rosterId}/open-work",
  "GET /rosters/{rosterId}/handovers",
  "GET /handovers/{handoverId}",
];
