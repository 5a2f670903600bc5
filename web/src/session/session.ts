import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "../api/client";
import type { Session } from "../api/contract";
import { ApiError, networkError } from "../api/error";
import { keyOf } from "../api/useQueryOf";
import { keepFor, keepSession, keptSession, patienceMs } from "../offline/answers";
import { isUnreached } from "../offline/queue";

/** A session with a chosen firm: the only kind the pages behind the sign-in see. */
export type ActiveSession = Session & {
  tenant: NonNullable<Session["tenant"]>;
  member: NonNullable<Session["member"]>;
};

/** Who is signed in, null when nobody is; where there is no connection, who was when the service was last asked. */
export const sessionQuery = queryOptions({
  queryKey: keyOf("GET /session"),
  queryFn: async ({ signal }): Promise<Session | null> => {
    const last = await keptSession();
    try {
      if (last && !navigator.onLine) throw networkError();
      const session = await call("GET /session", {}, { signal, timeoutMs: last && patienceMs });
      await keepSession(session);
      return session;
    } catch (error) {
      if (error instanceof ApiError && error.kind === "unauthenticated") {
        await keepSession(null);
        return null;
      }
      if (!last || !isUnreached(error)) throw error;
      keepFor(last);
      return last;
    }
  },
  staleTime: 60_000,
});

/** Asks the server anew who is signed in, dropping all that was read before for another person or firm. */
export async function renewSession(queryClient: QueryClient): Promise<Session | null> {
  queryClient.clear();
  return queryClient.fetchQuery(sessionQuery);
}

export const isActive = (session: Session | null | undefined): session is ActiveSession =>
  session?.tenant != null && session.member != null;
