import { type PauseCause, pauseCauses } from "@frontdesk/core/ticket/order.states";
import { Form, Radio } from "antd";
import { useText } from "../../i18n/useText";
import { useStep } from "../../offline/useStep";
import type { DeedFormProps } from "./DeedForm";
import { NoteFields } from "./NoteForm";

/** What the work waits for, as the resident is told, and why. */
export function PauseForm({ ticket, order, blocked, onDone, onFailure }: DeedFormProps) {
  const text = useText();
  const [form] = Form.useForm<{ cause: PauseCause; note: string }>();
  const pause = useStep(ticket, order?.order, { form, onSuccess: onDone, onFailure });
  return (
    <Form form={form} layout="vertical" onFinish={(given) => pause.mutate({ deed: "pause", ...given })}>
      <Form.Item
        name="cause"
        label={text("tickets:note.pauseCause")}
        rules={[{ required: true, message: text("tickets:rule.pauseCause") }]}
      >
        <Radio.Group
          options={pauseCauses.map((value) => ({ value, label: text(`tickets:pauseCause.${value}`) }))}
        />
      </Form.Item>
      <NoteFields deed="pause" blocked={blocked} pending={pause.isPending} />
    </Form>
  );
}
