import { useQueryOf } from "../../api/useQueryOf";
import type { SavedFilter } from "./search";

export const changedFilters = ["GET /ticket-filters"] as const;
const staleMs = 60_000;
const none: readonly SavedFilter[] = [];

/** The member's filters and those the firm shares, and the one that their list begins with. */
export function useSavedFilters() {
  const { data, isPending } = useQueryOf("GET /ticket-filters", {}, { staleMs });
  const items = data?.items ?? none;
  return {
    items,
    isPending,
    begin: items.find(({ filterId }) => filterId === data?.defaultId),
  };
}
