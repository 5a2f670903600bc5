import { useQuery } from "@tanstack/react-query";
import { call } from "../api/client";
import type { OutputOf } from "../api/contract";
import { keyOf } from "../api/useQueryOf";
import { useCan } from "../session/SessionContext";

export type Call = OutputOf<"GET /telephone/calls">["items"][number];

/** A call rings for half a minute; asking costs two small reads. */
const everyMs = 4_000;

/** The calls at one's lines now. Asked for again and again while the page is looked at, by who may get any. */
export function useCalls(): readonly Call[] {
  const registers = useCan("ticket.register");
  const { data } = useQuery({
    queryKey: keyOf("GET /telephone/calls", {}),
    queryFn: ({ signal }) => call("GET /telephone/calls", {}, { signal }),
    enabled: registers,
    refetchInterval: ({ state }) => (state.data?.expects ? everyMs : false),
  });
  return data?.items ?? [];
}
