import { Form } from "antd";
import { useCommand } from "../../api/useCommand";
import type { DeedFormProps } from "../tickets/DeedForm";
import { changedByDeeds } from "../tickets/ticketLists";
import type { CallbackFields } from "./attempt";
import { CallbackForm } from "./CallbackForm";

/** A callback recorded where its ticket is read. */
export function TicketCallback({ ticket, blocked, onDone, onFailure }: DeedFormProps) {
  const [form] = Form.useForm<CallbackFields>();
  const record = useCommand("POST /tickets/{ticketId}/callback", {
    form,
    changes: changedByDeeds,
    onSuccess: onDone,
    onFailure,
  });
  const { ticketId, rev } = ticket;
  return (
    <CallbackForm
      form={form}
      blocked={blocked}
      saving={record.isPending}
      onAttempt={(attempt) => record.mutate({ ticketId, rev, ...attempt })}
    />
  );
}
