import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "./api/error";

/**
 * The cache of all answers. Requests whose outcome is unknown are sent again twice; commands too, as their
 * idempotency key makes that harmless. `onSignedOut` is called when the server no longer knows the session.
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  const watch = (error: Error) => {
    if (error instanceof ApiError && error.kind === "unauthenticated") onSignedOut();
  };
  const retry = (failures: number, error: Error) =>
    error instanceof ApiError && error.transient && failures < 2;
  const retryDelay = (failures: number) => 500 * 2 ** failures;
  return new QueryClient({
    queryCache: new QueryCache({ onError: watch }),
    mutationCache: new MutationCache({ onError: watch }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry, retryDelay, networkMode: "always", refetchOnWindowFocus: true },
      mutations: { retry, retryDelay, networkMode: "always" },
    },
  });
}
