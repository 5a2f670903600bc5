import { Form, Input } from "antd";
import { useState } from "react";
import { call } from "../../api/client";
import type { OutputOf } from "../../api/contract";
import { ApiError } from "../../api/error";
import { failureText } from "../../api/failure";
import { useText } from "../../i18n/useText";

export type Twin = OutputOf<"GET /numbered">;

interface NumberedTwinProps {
  projectId: string;
  /** The ticket that would be merged into itself. */
  but: string;
  onFound: (twin: Twin) => void;
}

const whole = /^([A-Z]{2})?\d{8}-\d{4,}$/i;

/** Finds a ticket of the same project by the number that somebody read out. */
export function NumberedTwin({ projectId, but, onFound }: NumberedTwinProps) {
  const text = useText();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState("");

  async function find(typed: string) {
    const number = typed.trim();
    if (!whole.test(number)) return setFault(text("tickets:alike.noNumber"));
    setBusy(true);
    try {
      const found = await call("GET /numbered", { projectId, number });
      const unfit = found.ticketId === but || found.state === "void";
      setFault(unfit ? text(found.ticketId === but ? "tickets:alike.itself" : "tickets:alike.isVoid") : "");
      if (!unfit) onFound(found);
    } catch (error) {
      const unknown = error instanceof ApiError && error.kind === "notFound";
      setFault(unknown ? text("tickets:alike.unknown", { number }) : failureText(error, text));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Form.Item
      label={text("tickets:alike.byNumber")}
      htmlFor="twin-number"
      validateStatus={fault ? "error" : undefined}
      help={fault || undefined}
    >
      <Input.Search
        id="twin-number"
        placeholder="BX20261121-0001"
        maxLength={20}
        autoComplete="off"
        enterButton={text("tickets:alike.find")}
        loading={busy}
        // It looks for the number; the form around it would end the ticket.
        onKeyDown={(event) => {
          if (event.key === "Enter") event.preventDefault();
        }}
        onSearch={(typed) => void find(typed)}
      />
    </Form.Item>
  );
}
