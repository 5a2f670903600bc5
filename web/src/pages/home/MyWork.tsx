import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { TicketItem } from "./TicketItem";
import { WorkPanel } from "./WorkPanel";

/** What was given to the member or waits for their trade, the earliest due first. */
export function MyWork() {
  const text = useText();
  const work = useQueryOf("GET /work", { limit: 5 });
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
