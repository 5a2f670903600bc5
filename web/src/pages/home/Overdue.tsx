import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { StatusTag } from "../../ui/StatusTag";
import { TicketItem } from "./TicketItem";
import { WorkPanel } from "./WorkPanel";

const shown = 5;
/** Who was told last that it is late, by the rung of the ladder. */
const rungs = ["manager", "headquarters", "director"] as const;

function Told({ rung }: { rung: number }) {
  const text = useText();
  const last = rungs[rung - 1];
  return last ? <StatusTag tone="bad">{text(`home:overdue.told.${last}`)}</StatusTag> : null;
}

/** Open tickets whose clock has run out, the longest ago first. */
export function Overdue() {
  const text = useText();
  const { projectId } = useProjectScope();
  const overdue = useQueryOf("GET /overdue", { projectId, limit: shown }, { everyMs: 60_000 });
  const late = overdue.data?.items ?? [];
  const count = late.length;
  const more = overdue.data?.cursor !== undefined;
  return (
    <WorkPanel
      title={
        count > 0
          ? text(more ? "home:overdue.atLeast" : "home:overdue.count", { count })
          : text("home:overdue.title")
      }
      query={overdue}
      all={{ to: "/tickets", search: { show: "open", overdue: "yes" } }}
      nothing={text("home:overdue.nothing")}
    >
      {late.map((ticket) => (
        <TicketItem key={ticket.ticketId} ticket={ticket} aside={<Told rung={ticket.rung} />} />
      ))}
    </WorkPanel>
  );
}
