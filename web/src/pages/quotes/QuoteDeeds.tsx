import { App, Button } from "antd";
import { useState } from "react";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Sheet } from "../../ui/Sheet";
import type { TicketDetail } from "../tickets/actions";
import { EndForm } from "./EndForm";
import styles from "./Quotes.module.css";
import { changedByQuotes, type Quote } from "./quote";
import { SignForm } from "./SignForm";

type Asking = "sign" | "decline" | "withdraw";

/** What may be done with a quote now: the way to the resident's consent first. */
export function QuoteDeeds({ ticket, quote }: { ticket: TicketDetail; quote: Quote }) {
  const text = useText();
  const { message } = App.useApp();
  const [asking, setAsking] = useState<Asking | null>(null);
  const { ticketId, quote: number, may } = quote;
  const send = useCommand("POST /tickets/{ticketId}/quotes/{quote}/send", {
    changes: changedByQuotes,
    onSuccess: () => message.success(text("quotes:sent")),
  });
  const close = () => setAsking(null);
  if (may.length === 0) return null;
  return (
    <div className={styles.deeds}>
      {may.includes("sign") ? (
        <Button type="primary" onClick={() => setAsking("sign")}>
          {text("quotes:sign")}
        </Button>
      ) : null}
      {may.includes("send") ? (
        <Button loading={send.isPending} onClick={() => send.mutate({ ticketId, quote: number })}>
          {text(quote.sentAt ? "quotes:sendAgain" : "quotes:send")}
        </Button>
      ) : null}
      {may.includes("decline") ? (
        <Button onClick={() => setAsking("decline")}>{text("quotes:decline")}</Button>
      ) : null}
      {may.includes("withdraw") ? (
        <Button danger onClick={() => setAsking("withdraw")}>
          {text("quotes:withdraw")}
        </Button>
      ) : null}
      <Sheet open={asking !== null} title={asking ? text(`quotes:${asking}`) : ""} onClose={close}>
        {asking === "sign" ? <SignForm ticket={ticket} quote={quote} onDone={close} /> : null}
        {asking === "decline" || asking === "withdraw" ? (
          <EndForm deed={asking} quote={quote} onDone={close} />
        ) : null}
      </Sheet>
    </div>
  );
}
