import { Form } from "antd";
import { useCommand } from "../../api/useCommand";
import { changedByDeeds } from "../tickets/ticketLists";
import type { CallbackFields } from "./attempt";
import { CallbackAbout } from "./CallbackAbout";
import { CallbackForm } from "./CallbackForm";
import type { SecondRow } from "./SecondCallbacks";

/** The second call about a ticket, made by headquarters. */
export function SecondSheet({ second, onDone }: { second: SecondRow; onDone: () => void }) {
  const [form] = Form.useForm<CallbackFields>();
  const record = useCommand("POST /tickets/{ticketId}/second-callback", {
    form,
    changes: changedByDeeds,
    onSuccess: onDone,
  });
  const { ticketId, completion } = second;
  return (
    <>
      <CallbackAbout callback={second} />
      <CallbackForm
        form={form}
        blocked={false}
        saving={record.isPending}
        onAttempt={(attempt) => record.mutate({ ticketId, completion, ...attempt })}
      />
    </>
  );
}
