import {
  type InfiniteData,
  type QueryKey,
  type UseQueryResult,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import { read } from "../offline/answers";
import type { ApiName, InputOf, JsonName, OutputOf, Page } from "./contract";

interface QueryOptions {
  enabled?: boolean;
  /** How long the answer counts as fresh, in milliseconds. */
  staleMs?: number;
  /** Reads anew so often while it is shown, for what changes by the clock alone; milliseconds. */
  everyMs?: number;
}

/** The cache key of a call; without `input` it stands for all calls of that name. */
export const keyOf = <N extends ApiName>(name: N, input?: InputOf<N>): QueryKey =>
  input === undefined ? [name] : [name, input];

/** Reads a GET route and keeps the answer. Errors are ApiError; 401 leads to the sign-in page by itself. */
export function useQueryOf<N extends JsonName & `GET ${string}`>(
  name: N,
  input: InputOf<N>,
  options: QueryOptions = {},
): UseQueryResult<OutputOf<N>, Error> {
  return useQuery({
    queryKey: keyOf(name, input),
    queryFn: ({ signal }) => read(name, input, signal),
    enabled: options.enabled ?? true,
    staleTime: options.staleMs,
    refetchInterval: options.everyMs,
  });
}

/** The names of routes that answer with pages of a list. */
export type PagedName = { [N in JsonName]: OutputOf<N> extends Page<unknown> ? N : never }[JsonName];
export type ItemOf<N extends PagedName> = OutputOf<N> extends Page<infer T> ? T : never;

/** A list that is read page by page; what DataTable shows. */
export interface Paged<T> {
  pages: readonly (readonly T[])[];
  error: Error | null;
  isPending: boolean;
  isFetchingNext: boolean;
  hasMore: boolean;
  /** Reads the next page and resolves when it is there. */
  more: () => Promise<unknown>;
  retry: () => void;
}

/** Reads a cursor-paged GET route, one page after the other. */
export function usePagesOf<N extends PagedName>(
  name: N,
  input: Omit<InputOf<N>, "cursor">,
  options: QueryOptions = {},
): Paged<ItemOf<N>> {
  const query = useInfiniteQuery<
    Page<ItemOf<N>>,
    Error,
    InfiniteData<Page<ItemOf<N>>>,
    QueryKey,
    string | undefined
  >({
    queryKey: [name, "pages", input],
    queryFn: async ({ signal, pageParam }) => {
      const whole = { ...input, cursor: pageParam } as InputOf<N>;
      return (await read(name, whole, signal)) as Page<ItemOf<N>>;
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => last.cursor,
    enabled: options.enabled ?? true,
    staleTime: options.staleMs,
  });
  return {
    pages: query.data?.pages.map((page) => page.items) ?? [],
    error: query.error,
    isPending: query.isPending,
    isFetchingNext: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    more: () => query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

/** Shows a list that is there as a whole (a query's rows, or plain rows) where a paged one is expected. */
export function wholeList<T>(
  rows: readonly T[] | undefined,
  query?: { error: Error | null; isPending: boolean; refetch: () => unknown },
): Paged<T> {
  return {
    pages: rows ? [rows] : [],
    error: query?.error ?? null,
    isPending: query?.isPending ?? false,
    isFetchingNext: false,
    hasMore: false,
    more: () => Promise.resolve(),
    retry: () => void query?.refetch(),
  };
}
