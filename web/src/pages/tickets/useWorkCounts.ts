import { useQueryOf } from "../../api/useQueryOf";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";
import type { WorkTab } from "./tabs";

/** Counted is up to here; more is "9+": so that all counts together cost no more than a page of the list. */
const most = 9;
const everyMs = 120_000;

interface Listed {
  data?: { items: readonly unknown[]; cursor?: string };
}

/** How much waits in the lists that somebody has to do something about; nothing for none, or while it is not known. */
export function useWorkCounts(tabs: readonly WorkTab[]): Partial<Record<WorkTab, string>> {
  const { projectId } = useProjectScope();
  const signs = useCan("ticket.register");
  const on = (tab: WorkTab) => ({ enabled: tabs.includes(tab), everyMs });
  const page = { limit: most };
  const mine = useQueryOf("GET /work", page, on("mine"));
  const overdue = useQueryOf("GET /overdue", { projectId, ...page }, on("overdue"));
  const call = useQueryOf("GET /callbacks", { projectId, ...page }, on("call"));
  const proposed = useQueryOf("GET /complaints", { projectId, show: "approve", ...page }, on("decide"));
  const satisfied = useQueryOf("GET /complaints", { projectId, show: "account", ...page }, on("decide"));
  const decide = on("decide");
  const turns = useQueryOf("GET /reply-turns", page, { ...decide, enabled: decide.enabled && signs });
  return {
    mine: countOf(mine),
    overdue: countOf(overdue),
    call: countOf(call),
    decide: countOf(proposed, satisfied, turns),
  };
}

/** What several lists hold together, as far as it was counted. */
export function countOf(...lists: readonly Listed[]): string | undefined {
  const pages = lists.flatMap(({ data }) => data ?? []);
  const count = pages.reduce((sum, { items }) => sum + items.length, 0);
  if (count === 0) return undefined;
  return count > most || pages.some(({ cursor }) => cursor !== undefined) ? `${most}+` : String(count);
}
