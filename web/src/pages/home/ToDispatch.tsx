import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { TicketItem } from "./TicketItem";
import { WorkPanel } from "./WorkPanel";

/** So many new tickets are looked through for those that wait longest; more never wait at a desk that is manned. */
const most = 100;

/** What was taken in and given to nobody yet, or handed back: the longest waiting first. */
export function ToDispatch() {
  const text = useText();
  const { projectId } = useProjectScope();
  const waiting = useQueryOf("GET /tickets", { projectId, state: "registered", limit: most });
  const longestFirst = [...(waiting.data?.items ?? [])].reverse();
  const count = longestFirst.length;
  return (
    <WorkPanel
      title={count > 0 ? text("home:dispatch.count", { count }) : text("home:dispatch.title")}
      query={waiting}
      all={{ to: "/tickets", search: { show: "registered" } }}
      nothing={text("home:dispatch.nothing")}
    >
      {longestFirst.slice(0, 5).map((ticket) => (
        <TicketItem key={ticket.ticketId} ticket={ticket} />
      ))}
    </WorkPanel>
  );
}
