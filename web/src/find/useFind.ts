import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { call } from "../api/client";
import type { OutputOf } from "../api/contract";
import { keyOf } from "../api/useQueryOf";

export type Hit = OutputOf<"GET /find">["items"][number];

/** Long enough to skip letters typed in one go, short enough to feel at once. */
const pauseMs = 120;
const longest = 60;

/** What has been still for a moment. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pauseMs);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

interface Found {
  hits: readonly Hit[];
  /** The hits are not yet those of what stands in the box. */
  busy: boolean;
  error: Error | null;
}

/** Who or which house the typed letters mean. Requests for letters typed over are cancelled. */
export function useFind(typed: string): Found {
  const wanted = typed.trim().slice(0, longest);
  const text = useSettled(wanted);
  const query = useQuery({
    queryKey: keyOf("GET /find", { text }),
    queryFn: ({ signal }) => call("GET /find", { text }, { signal }),
    enabled: text !== "" && wanted !== "",
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
  return {
    hits: wanted === "" ? [] : (query.data?.items ?? []),
    busy: wanted !== "" && (wanted !== text || query.isFetching),
    error: query.error,
  };
}
