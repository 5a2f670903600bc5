import type { OutputOf } from "../../api/contract";
import type { RawSearch } from "../../route/search";
import { kindOf, periodOf } from "../compare/period";

export type Dashboard = OutputOf<"GET /figures/dashboard">;
/** What is known of a category or a trade. */
export type Part = Omit<Dashboard["trades"][number], "trade">;

/** What the address of the dashboard says: its month; undefined for the present one. */
export function dashboardSearch({ month }: RawSearch): { month?: string } {
  const known = periodOf(month);
  return { month: known && kindOf(known) === "month" ? known : undefined };
}
