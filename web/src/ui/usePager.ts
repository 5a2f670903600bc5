import { useState } from "react";
import type { Paged } from "../api/useQueryOf";

export interface PagerState<T> {
  /** The page that is shown, from 0. */
  index: number;
  rows: readonly T[];
  /** The next page is being read. */
  waiting: boolean;
  hasNext: boolean;
  next: () => void;
  previous: () => void;
}

/** Walks through a cursor-paged list one page at a time; pages once read are there at once. */
export function usePager<T>(data: Paged<T>): PagerState<T> {
  const [wanted, setWanted] = useState(0);
  // The list starts over when its filters change, with fewer pages than before.
  const index = Math.min(wanted, Math.max(data.pages.length - 1, 0));
  const next = () => {
    if (index + 1 < data.pages.length) setWanted(index + 1);
    else if (data.hasMore) void data.more().then(() => setWanted(index + 1));
  };
  return {
    index,
    rows: data.pages[index] ?? [],
    waiting: data.isFetchingNext,
    hasNext: index + 1 < data.pages.length || data.hasMore,
    next,
    previous: () => setWanted(Math.max(index - 1, 0)),
  };
}
