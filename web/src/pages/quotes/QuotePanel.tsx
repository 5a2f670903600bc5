import { Button } from "antd";
import { useState } from "react";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import { Sheet } from "../../ui/Sheet";
import type { TicketDetail } from "../tickets/actions";
import { QuoteCard } from "./QuoteCard";
import { QuoteForm } from "./QuoteForm";
import styles from "./Quotes.module.css";

/** The answer of a resident who is looking at the link now is seen soon. */
const everyMs = 10_000;

/** What paid work on a ticket comes to: quotes, the newest first, and a new one. Nothing where nothing is paid for. */
export function QuotePanel({ ticket }: { ticket: TicketDetail }) {
  const text = useText();
  const { ticketId } = ticket;
  const [making, setMaking] = useState(false);
  const [waits, setWaits] = useState(false);
  const query = useQueryOf(
    "GET /tickets/{ticketId}/quotes",
    { ticketId },
    { everyMs: waits ? everyMs : undefined },
  );
  const { items = [], makes = false } = query.data ?? {};
  const isWaiting = items.some(({ state }) => state === "sent");
  if (isWaiting !== waits) setWaits(isWaiting);
  if (items.length === 0 && !makes) return null;
  const [latest, ...earlier] = items;
  const ask = (
    <Button onClick={() => setMaking(true)}>{text(latest ? "quotes:makeAnother" : "quotes:make")}</Button>
  );
  return (
    <Panel
      title={text("quotes:title")}
      intro={latest ? undefined : text("quotes:intro")}
      aside={makes ? ask : undefined}
    >
      {latest ? <QuoteCard ticket={ticket} quote={latest} /> : null}
      {earlier.length > 0 ? (
        <details className={styles.earlier}>
          <summary>{text("quotes:earlier", { count: earlier.length })}</summary>
          {earlier.map((quote) => (
            <QuoteCard key={quote.quote} ticket={ticket} quote={quote} />
          ))}
        </details>
      ) : null}
      <Sheet open={making} title={text("quotes:make")} onClose={() => setMaking(false)}>
        <QuoteForm ticket={ticket} before={latest} onDone={() => setMaking(false)} />
      </Sheet>
    </Panel>
  );
}
