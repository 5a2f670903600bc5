import { useState } from "react";
import { ApiError } from "../../api/error";
import { stepsSince, type TicketDetail } from "./actions";

/** When somebody else was faster: reads the ticket anew and tells what they did. What was typed stays as it is. */
export function useConflict(ticket: TicketDetail, reload: () => Promise<{ data?: TicketDetail }>) {
  const [missed, setMissed] = useState<TicketDetail["history"] | null>(null);
  /** For useCommand: true when it was told here. */
  function onFailure(error: Error): boolean {
    if (!(error instanceof ApiError) || error.kind !== "conflict") return false;
    const seen = ticket;
    void reload().then(({ data }) => setMissed(data ? [...stepsSince(seen, data)] : []));
    return true;
  }
  return { missed, onFailure, forget: () => setMissed(null) };
}
