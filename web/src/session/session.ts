import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "../api/client";
import type { Session } from "../api/contract";
import { ApiError } from "../api/error";
import { keyOf } from "../api/useQueryOf";

/** A session with a chosen firm: the only kind the pages behind the sign-in see. */
export type ActiveSession = Session & {
  tenant: NonNullable<Session["tenant"]>;
  member: NonNullable<Session["member"]>;
};

/** Who is signed in; null when nobody is. */
export const sessionQuery = queryOptions({
  queryKey: keyOf("GET /session"),
  queryFn: async ({ signal }): Promise<Session | null> => {
    try {
      return await call("GET /session", {}, { signal });
    } catch (error) {
      if (error instanceof ApiError && error.kind === "unauthenticated") return null;
      throw error;
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
