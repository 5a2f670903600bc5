import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useText } from "../../i18n/useText";
import { useStep } from "../../offline/useStep";
import { useCan, useSession } from "../../session/SessionContext";
import { Sheet } from "../../ui/Sheet";
import { type Deed, deedsOf, deedsOfOrder, type TicketDetail, type WorkOrder } from "./actions";
import { DeedForm } from "./DeedForm";
import { Missed } from "./Missed";
import { OtherDeeds } from "./OtherDeeds";
import styles from "./Ticket.module.css";
import { useConflict } from "./useConflict";

const route = getRouteApi("/app/tickets/$ticketId");

interface ActionBarProps {
  ticket: TicketDetail;
  /** One of several work orders, acted on from its own line. */
  order?: WorkOrder;
  reload: () => Promise<{ data?: TicketDetail }>;
}

/** Steps that are taken by one tap and ask for nothing. */
const taps = ["accept", "arrive", "start", "resume"] as const;
const isTap = (deed: Deed): deed is (typeof taps)[number] => taps.some((tap) => tap === deed);

/** What one may do with the ticket now; the next step large and, on a phone, under the thumb. */
export function ActionBar({ ticket, order, reload }: ActionBarProps) {
  const text = useText();
  const navigate = useNavigate();
  const { member } = useSession();
  const calls = useCan("callback.make");
  const { do: asked } = route.useSearch();
  const { next, others } = order
    ? { next: undefined, others: deedsOfOrder(order, ticket) }
    : deedsOf(ticket, member.id);
  const allowed = next ? [next, ...others] : others;
  const [open, setOpen] = useState<Deed | null>(
    order ? null : (allowed.find((deed) => deed === asked) ?? null),
  );
  const { missed, onFailure, forget } = useConflict(ticket, reload);

  const step = useStep(ticket, order?.order, { onFailure, onSuccess: forget });
  const { ticketId } = ticket;

  function press(deed: Deed) {
    forget();
    if (isTap(deed)) step.mutate({ deed });
    else setOpen(deed);
  }
  function close() {
    setOpen(null);
    forget();
    if (asked) void navigate({ to: "/tickets/$ticketId", params: { ticketId }, search: {}, replace: true });
  }

  const label = (deed: Deed) =>
    text(
      deed === "assign" && (order || ticket.assigneeId || ticket.trade)
        ? "tickets:do.reassign"
        : `tickets:do.${deed}`,
    );
  const busy = step.isPending;
  const ownWork = !order && ticket.state === "completed" && calls && !allowed.includes("callback");
  return (
    <>
      {missed && !open ? <Missed steps={missed} kind={ticket.kind} /> : null}
      {ownWork ? <p className={styles.notice}>{text("callbacks:ownWork")}</p> : null}
      {allowed.length > 0 ? (
        <div className={order ? styles.orderBar : styles.bar}>
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
          <OtherDeeds
            deeds={others}
            label={label}
            disabled={busy}
            small={order !== undefined}
            onPress={press}
          />
        </div>
      ) : null}
      <Sheet open={open !== null} title={open ? label(open) : ""} onClose={close}>
        {missed ? (
          <Missed steps={missed} kind={ticket.kind} gone={open !== null && !allowed.includes(open)} />
        ) : null}
        {open ? (
          <DeedForm
            deed={open}
            ticket={ticket}
            order={order}
            blocked={!allowed.includes(open)}
            onDone={close}
            onFailure={onFailure}
          />
        ) : null}
      </Sheet>
    </>
  );
}
