import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { call } from "../../api/client";
import type { OutputOf } from "../../api/contract";
import { keyOf } from "../../api/useQueryOf";

export type ImportView = OutputOf<"GET /imports/{importId}">;
export type Preview = NonNullable<ImportView["preview"]>;
export type PreviewSheet = Preview["sheets"][number];
export type ImportKind = ImportView["kind"];

/** One import; read anew every second while its rows are being taken in. */
export function useImport(importId: string): UseQueryResult<ImportView, Error> {
  return useQuery({
    queryKey: keyOf("GET /imports/{importId}", { importId }),
    queryFn: ({ signal }) => call("GET /imports/{importId}", { importId }, { signal }),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? 1_000 : false),
  });
}
