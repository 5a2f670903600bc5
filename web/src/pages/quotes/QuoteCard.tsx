import { Link } from "@tanstack/react-router";
import { hrefOf } from "../../api/client";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { StatusTag, type Tone } from "../../ui/StatusTag";
import { When } from "../../ui/When";
import type { TicketDetail } from "../tickets/actions";
import { QuoteDeeds } from "./QuoteDeeds";
import { QuoteLines } from "./QuoteLines";
import styles from "./Quotes.module.css";
import type { Quote } from "./quote";

const tones: Record<Quote["state"], Tone> = {
  drafted: "neutral",
  sent: "active",
  agreed: "good",
  declined: "bad",
  withdrawn: "neutral",
  lapsed: "neutral",
};

/** One quote: its lines, how it stands, and what may be done with it. */
export function QuoteCard({ ticket, quote }: { ticket: TicketDetail; quote: Quote }) {
  const text = useText();
  const { state, at, byName, note, sentAt, expiresAt } = quote;
  return (
    <div>
      <p className={styles.head}>
        <StatusTag tone={tones[state]}>{text(`quotes:state.${state}`)}</StatusTag>
        <span className={styles.soft}>
          {byName} · <When at={at} />
        </span>
      </p>
      <QuoteLines quote={quote} />
      {note ? <p className={styles.said}>{note}</p> : null}
      {state === "sent" && sentAt ? (
        <p className={styles.said}>
          {text("quotes:sentAt")} <When at={sentAt} /> · {text("quotes:until")}{" "}
          <When at={expiresAt} form="date" />
        </p>
      ) : null}
      <Consent quote={quote} />
      <Ended quote={quote} />
      <Charged quote={quote} />
      <QuoteDeeds ticket={ticket} quote={quote} />
    </div>
  );
}

function Consent({ quote: { consent } }: { quote: Quote }) {
  const text = useText();
  if (!consent) return null;
  const { by, name, at, signature, takenByName = "" } = consent;
  return (
    <div className={styles.said}>
      {by === "link"
        ? text("quotes:agreedByLink", { name })
        : text("quotes:signed", { name, by: takenByName })}{" "}
      · <When at={at} />
      {signature ? (
        <img
          className={styles.signature}
          src={hrefOf("GET /photos/{attachmentId}", { attachmentId: signature })}
          alt={text("quotes:signatureOf", { name })}
        />
      ) : null}
    </div>
  );
}

function Ended({ quote: { state, ended } }: { quote: Quote }) {
  const text = useText();
  if (!ended) return null;
  const { byName, at, reason } = ended;
  return (
    <p className={styles.said}>
      {text(`quotes:state.${state}`)}
      {byName ? ` · ${byName}` : null} · <When at={at} />
      {reason ? `：${reason}` : null}
    </p>
  );
}

function Charged({ quote: { charged } }: { quote: Quote }) {
  const text = useText();
  const seesBills = useCan("fee.read");
  if (!charged) return null;
  return (
    <p className={styles.said}>
      {text("quotes:charged")} · <When at={charged.at} />{" "}
      {seesBills ? (
        <Link to="/fees/bills/$billId" params={{ billId: charged.billId }}>
          {text("quotes:seeBill")}
        </Link>
      ) : null}
    </p>
  );
}
