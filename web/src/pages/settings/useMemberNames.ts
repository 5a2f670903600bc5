import { useQueries } from "@tanstack/react-query";
import { call } from "../../api/client";
import { keyOf } from "../../api/useQueryOf";

/** The names of members by their ids; those not (yet) known are left out. */
export function useMemberNames(ids: readonly string[]): ReadonlyMap<string, string> {
  return useQueries({
    queries: [...new Set(ids)].map((memberId) => ({
      queryKey: keyOf("GET /members/{memberId}", { memberId }),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        call("GET /members/{memberId}", { memberId }, { signal }),
      staleTime: 60_000,
    })),
    combine: (found) =>
      new Map(found.flatMap(({ data }) => (data ? [[data.memberId, data.name] as const] : []))),
  });
}
