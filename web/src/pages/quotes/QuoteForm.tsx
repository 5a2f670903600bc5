import { App, Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Money } from "../../ui/Money";
import { parts } from "../prices/price";
import type { TicketDetail } from "../tickets/actions";
import { LineEditor } from "./LineEditor";
import styles from "./Quotes.module.css";
import { changedByQuotes, type Draft, draftOf, givenOf, type Quote, totalOf } from "./quote";

interface QuoteFormProps {
  ticket: TicketDetail;
  /** The latest quote: a new one begins with its lines. */
  before: Quote | undefined;
  onDone: () => void;
}

/** A quote, to be signed on the glass or sent to the resident. */
export function QuoteForm({ ticket, before, onDone }: QuoteFormProps) {
  const text = useText();
  const english = useTranslation().i18n.language === "en";
  const { message } = App.useApp();
  const [lines, setLines] = useState<readonly Draft[]>(() =>
    (before?.lines ?? []).map((line, at) => draftOf(line, at, english ? "en" : "zh-CN")),
  );
  const [note, setNote] = useState("");
  const make = useCommand("POST /tickets/{ticketId}/quotes", {
    changes: changedByQuotes,
    onSuccess: ({ state }) => {
      void message.success(text(state === "sent" ? "quotes:sent" : "quotes:made"));
      onDone();
    },
  });
  const { ticketId, projectId } = ticket;
  const total = totalOf(lines);
  const submit = (send: boolean) =>
    make.mutate({ ticketId, lines: lines.map(givenOf), note: note.trim() || undefined, send });
  const button = (send: boolean) => (
    <Button
      type={send ? "default" : "primary"}
      size="large"
      block
      disabled={total === 0 || make.isPending}
      loading={make.isPending && make.variables.send === send}
      onClick={() => submit(send)}
    >
      {text(send ? "quotes:makeAndSend" : "quotes:makeToSign")}
    </Button>
  );
  return (
    <>
      {before ? <p className={`${styles.soft} ${styles.gap}`}>{text("quotes:anotherHint")}</p> : null}
      <LineEditor projectId={projectId} parts={parts} lines={lines} onChange={setLines} />
      <p className={styles.total}>
        <span>{text("quotes:total")}</span>
        <Money fen={total} />
      </p>
      <Input.TextArea
        aria-label={text("quotes:note")}
        placeholder={text("quotes:note")}
        value={note}
        maxLength={300}
        autoSize={{ minRows: 1, maxRows: 4 }}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles.buttons}>
        {button(false)}
        {button(true)}
      </div>
    </>
  );
}
