import { useQueries } from "@tanstack/react-query";
import { call } from "../../api/client";
import { useText } from "../../i18n/useText";

/** Counting means reading every house; of more projects than this the survey itself tells, once it is open. */
const countedProjects = 20;

async function countHouseholds(projectId: string, signal: AbortSignal): Promise<number> {
  let count = 0;
  let cursor: string | undefined;
  do {
    const page = await call(
      "GET /projects/{projectId}/houses",
      { projectId, limit: 100, cursor },
      { signal },
    );
    // A house not sold yet is no household.
    count += page.items.filter((house) => house.occupancy !== "unsold").length;
    cursor = page.cursor;
  } while (cursor);
  return count;
}

/** How many households a survey of these projects asks. */
export function Households({ projectIds }: { projectIds: readonly string[] }) {
  const text = useText();
  const asked = projectIds.length <= countedProjects ? projectIds : [];
  const counts = useQueries({
    queries: asked.map((projectId) => ({
      queryKey: ["households", projectId],
      queryFn: ({ signal }: { signal: AbortSignal }) => countHouseholds(projectId, signal),
      staleTime: 300_000,
    })),
  });
  if (projectIds.length > countedProjects) return text("surveys:start.many", { count: projectIds.length });
  if (counts.some((one) => one.isError)) return text("surveys:start.uncounted");
  if (counts.some((one) => one.isPending)) return text("surveys:start.counting");
  const count = counts.reduce((sum, one) => sum + (one.data ?? 0), 0);
  return text("surveys:start.asked", { count });
}
