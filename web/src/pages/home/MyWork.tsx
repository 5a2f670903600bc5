import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { TicketItem } from "./TicketItem";
import { WorkPanel } from "./WorkPanel";

/**
 * What was given to the member or waits for their trade, the earliest due first. `ifAny`: left out while there is
 * nothing, for those who give out work rather than get it.
 */
export function MyWork({ ifAny }: { ifAny: boolean }) {
  const text = useText();
  const work = useQueryOf("GET /work", { limit: 5 });
  if (ifAny && work.data?.items.length === 0) return null;
  return (
    <WorkPanel
      title={text("home:work.title")}
      query={work}
      all={{ to: "/tickets", search: { show: "mine" } }}
      nothing={text("home:work.nothing")}
    >
      {(work.data?.items ?? []).map((ticket) => (
        <TicketItem key={ticket.ticketId} ticket={ticket} />
      ))}
    </WorkPanel>
  );
}
