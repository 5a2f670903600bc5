import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { hearingClock } from "../tickets/clock";
import { TicketItem } from "./TicketItem";
import { WorkPanel } from "./WorkPanel";

/** Open tickets whose resident should have heard from us by now; left out while there are none. */
export function Unheard() {
  const text = useText();
  const { projectId } = useProjectScope();
  const unheard = useQueryOf("GET /unheard", { projectId, limit: 5 }, { everyMs: 60_000 });
  const tickets = unheard.data?.items ?? [];
  if (!unheard.error && tickets.length === 0) return null;
  return (
    <WorkPanel
      title={text("home:unheard.title")}
      query={unheard}
      all={{ to: "/tickets", search: { show: "open" } }}
      nothing=""
    >
      {tickets.map((ticket) => (
        <TicketItem key={ticket.ticketId} ticket={ticket} clockOf={hearingClock} />
      ))}
    </WorkPanel>
  );
}
