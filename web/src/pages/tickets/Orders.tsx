import type { Text } from "../../i18n/text";
import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import { When } from "../../ui/When";
import { Materials } from "../quotes/Materials";
import { ActionBar } from "./ActionBar";
import type { TicketDetail, WorkOrder } from "./actions";
import { OrderState } from "./OrderState";
import styles from "./Ticket.module.css";

interface OrdersProps {
  ticket: TicketDetail;
  reload: () => Promise<{ data?: TicketDetail }>;
}

/** The parts of a ticket: whose each is, how it stands, and, where there are several, what may be done with it. */
export function Orders({ ticket, reload }: OrdersProps) {
  const text = useText();
  const { orders } = ticket;
  if (orders.length === 0) return null;
  return (
    <Panel title={text("tickets:order.title")}>
      <ul className={styles.outcomes}>
        {orders.map((order) => (
          <li key={order.order}>
            <p className={styles.met}>
              <strong>{text("tickets:order.number", { order: order.order })}</strong>
              <OrderState state={order.state} />
              <Hands order={order} />
            </p>
            <Particulars order={order} />
            <Materials ticket={ticket} order={order} />
            {orders.length > 1 || ticket.kind === "complaint" ? (
              <ActionBar key={order.state} ticket={ticket} order={order} reload={reload} />
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Hands({ order: { trade, assigneeName } }: { order: WorkOrder }) {
  const text = useText();
  const name = trade && text(`tickets:trade.${trade}`);
  return <span>{[name, assigneeName].filter(Boolean).join(" · ")}</span>;
}

/** What it waits for, and what was noted. */
const reasonOf = ({ cause, reason }: NonNullable<WorkOrder["pauses"]>[number], text: Text) =>
  cause ? `${text(`tickets:pauseCause.${cause}`)} · ${reason}` : reason;

function Particulars({ order }: { order: WorkOrder }) {
  const text = useText();
  const { asked, appointmentAt, state, outcome, doneAt } = order;
  const pause = state === "paused" ? order.pauses?.at(-1) : undefined;
  const open = state !== "done" && state !== "withdrawn";
  return (
    <>
      {asked ? <p className={styles.words}>{asked}</p> : null}
      {appointmentAt && open ? (
        <p>
          {text("tickets:order.appointment")} <When at={appointmentAt} />
        </p>
      ) : null}
      {pause ? (
        <p>
          {text("tickets:order.paused", { reason: reasonOf(pause, text) })} · <When at={pause.from} />
        </p>
      ) : null}
      {outcome && doneAt ? (
        <p className={styles.words}>
          {outcome} · <When at={doneAt} />
        </p>
      ) : null}
    </>
  );
}
