import type { InputOf, OutputOf } from "../../api/contract";
import { useQueryOf } from "../../api/useQueryOf";

export type Matter = InputOf<"GET /alike">;
export type AlikeTicket = OutputOf<"GET /alike">["items"][number];

/** Tickets that a report may be about already, open ones apart from those done lately; none while they are read. */
export function useAlike(matter: Matter): { open: AlikeTicket[]; done: AlikeTicket[] } {
  const items = useQueryOf("GET /alike", matter).data?.items ?? [];
  return { open: items.filter(({ doneAt }) => !doneAt), done: items.filter(({ doneAt }) => doneAt) };
}
