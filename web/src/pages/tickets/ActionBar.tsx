import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useCan, useSession } from "../../session/SessionContext";
import { Sheet } from "../../ui/Sheet";
import { type Deed, deedsOf, type TicketDetail } from "./actions";
import { DeedForm } from "./DeedForm";
import { Missed } from "./Missed";
import { OtherDeeds } from "./OtherDeeds";
import styles from "./Ticket.module.css";
import { changedByDeeds } from "./ticketLists";
import { useConflict } from "./useConflict";

const route = getRouteApi("/app/tickets/$ticketId");

interface ActionBarProps {
  ticket: TicketDetail;
  reload: () => Promise<{ data?: TicketDetail }>;
}

/** What one may do with the ticket now; the next step large and, on a phone, under the thumb. */
export function ActionBar({ ticket, reload }: ActionBarProps) {
  const text = useText();
  const navigate = useNavigate();
  const { member } = useSession();
  const calls = useCan("callback.make");
  const { do: asked } = route.useSearch();
  const { next, others } = deedsOf(ticket, member.id);
  const allowed = next ? [next, ...others] : others;
  const [open, setOpen] = useState<Deed | null>(allowed.find((deed) => deed === asked) ?? null);
  const { missed, onFailure, forget } = useConflict(ticket, reload);

  const options = { changes: changedByDeeds, onFailure, onSuccess: forget };
  const accept = useCommand("POST /tickets/{ticketId}/accept", options);
  const start = useCommand("POST /tickets/{ticketId}/start", options);
  const { ticketId, rev } = ticket;

  function press(deed: Deed) {
    forget();
    if (deed === "accept") accept.mutate({ ticketId, rev });
    else if (deed === "start") start.mutate({ ticketId, rev });
    else setOpen(deed);
  }
  function close() {
    setOpen(null);
    forget();
    if (asked) void navigate({ to: "/tickets/$ticketId", params: { ticketId }, search: {}, replace: true });
  }

  const label = (deed: Deed) =>
    text(
      deed === "assign" && (ticket.assigneeId || ticket.trade) ? "tickets:do.reassign" : `tickets:do.${deed}`,
    );
  const busy = accept.isPending || start.isPending;
  const ownWork = ticket.state === "completed" && calls && !allowed.includes("callback");
  return (
    <>
      {missed && !open ? <Missed steps={missed} /> : null}
      {ownWork ? <p className={styles.notice}>{text("callbacks:ownWork")}</p> : null}
      {allowed.length > 0 ? (
        <div className={styles.bar}>
          {next ? (
            <Button
              type="primary"
              size="large"
              className={styles.next}
              loading={busy}
              onClick={() => press(next)}
            >
              {label(next)}
            </Button>
          ) : null}
          <OtherDeeds deeds={others} label={label} disabled={busy} onPress={press} />
        </div>
      ) : null}
      <Sheet open={open !== null} title={open ? label(open) : ""} onClose={close}>
        {missed ? <Missed steps={missed} gone={open !== null && !allowed.includes(open)} /> : null}
        {open ? (
          <DeedForm
            deed={open}
            ticket={ticket}
            blocked={!allowed.includes(open)}
            onDone={close}
            onFailure={onFailure}
          />
        ) : null}
      </Sheet>
    </>
  );
}
