import { useQuery } from "@tanstack/react-query";
import { call } from "../../api/client";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useNow } from "../../ui/useNow";
import type { TicketRow } from "../tickets/clock";
import { overdueFirst } from "./overdueFirst";
import { TicketItem } from "./TicketItem";
import { WorkPanel } from "./WorkPanel";

/** The open tickets are looked through this far; a register with more open ones says so. */
const mostPages = 5;

/** Open tickets whose clock has run out, the longest ago first. */
export function Overdue() {
  const text = useText();
  const now = useNow(true);
  const { projectId } = useProjectScope();
  const open = useQuery({
    queryKey: ["GET /tickets", "all open", projectId],
    queryFn: async ({ signal }) => {
      const rows: TicketRow[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < mostPages; page++) {
        const next = await call("GET /tickets", { projectId, state: "open", limit: 100, cursor }, { signal });
        rows.push(...next.items);
        cursor = next.cursor;
        if (!cursor) break;
      }
      return { rows, cut: cursor !== undefined };
    },
    staleTime: 30_000,
  });
  const late = overdueFirst(open.data?.rows ?? [], now);
  return (
    <WorkPanel
      title={
        late.length > 0 ? text("home:overdue.count", { count: late.length }) : text("home:overdue.title")
      }
      query={open}
      all={{ to: "/tickets", search: { show: "open" } }}
      nothing={text("home:overdue.nothing")}
      note={open.data?.cut ? text("home:overdue.cut", { count: open.data.rows.length }) : undefined}
    >
      {late.slice(0, 5).map((ticket) => (
        <TicketItem key={ticket.ticketId} ticket={ticket} />
      ))}
    </WorkPanel>
  );
}
