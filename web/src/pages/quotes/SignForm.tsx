import { App, Button, Form, Input } from "antd";
import { useRef, useState } from "react";
import { uploadTo } from "../../api/client";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { formatFen } from "../../ui/format";
import { useTellFailure } from "../../ui/useTellFailure";
import type { TicketDetail } from "../tickets/actions";
import { QuoteLines } from "./QuoteLines";
import styles from "./Quotes.module.css";
import { changedByQuotes, type Quote } from "./quote";
import { type Pad, SignaturePad } from "./SignaturePad";

interface SignFormProps {
  ticket: TicketDetail;
  quote: Quote;
  onDone: () => void;
}

/** The resident looks at the quote on the member's phone and signs on the glass. */
export function SignForm({ ticket, quote, onDone }: SignFormProps) {
  const text = useText();
  const { message } = App.useApp();
  const pad = useRef<Pad>(null);
  const [isDrawn, setDrawn] = useState(false);
  const [sending, setSending] = useState(false);
  const tellFailure = useTellFailure();
  const [form] = Form.useForm<{ name: string }>();
  const sign = useCommand("POST /tickets/{ticketId}/quotes/{quote}/sign", {
    form,
    changes: changedByQuotes,
    onSuccess: () => {
      void message.success(text("quotes:agreedNow"));
      onDone();
    },
  });

  async function submit({ name }: { name: string }) {
    const picture = await pad.current?.picture();
    if (!picture) return;
    setSending(true);
    try {
      const { attachmentId: signature } = await uploadTo(
        "POST /projects/{projectId}/photos",
        { projectId: quote.projectId },
        picture,
      );
      sign.mutate({ ticketId: quote.ticketId, quote: quote.quote, name: name.trim(), signature });
    } catch (error) {
      tellFailure(error);
    } finally {
      setSending(false);
    }
  }

  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ name: ticket.reporter.name }}
      onFinish={(fields) => void submit(fields)}
    >
      <QuoteLines quote={quote} />
      <p className={`${styles.said} ${styles.gap}`}>
        {text("quotes:signWords", { total: formatFen(quote.total) })}
      </p>
      <SignaturePad ref={pad} label={text("quotes:signHere")} onDrawn={setDrawn} />
      <Form.Item
        name="name"
        label={text("quotes:signer")}
        className={styles.said}
        rules={[{ required: true, whitespace: true, message: text("quotes:rule.signer") }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <div className={styles.buttons}>
        <Button
          type="primary"
          htmlType="submit"
          size="large"
          block
          disabled={!isDrawn}
          loading={sending || sign.isPending}
        >
          {text("quotes:signed2")}
        </Button>
        <Button size="large" block disabled={!isDrawn} onClick={() => pad.current?.clear()}>
          {text("quotes:clear")}
        </Button>
      </div>
    </Form>
  );
}
