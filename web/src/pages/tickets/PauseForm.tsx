import { Form } from "antd";
import { useStep } from "../../offline/useStep";
import type { DeedFormProps } from "./DeedForm";
import { NoteFields } from "./NoteForm";

/** Why the work has to rest. */
export function PauseForm({ ticket, order, blocked, onDone, onFailure }: DeedFormProps) {
  const [form] = Form.useForm<{ note: string }>();
  const pause = useStep(ticket, order?.order, { form, onSuccess: onDone, onFailure });
  return (
    <Form form={form} layout="vertical" onFinish={({ note }) => pause.mutate({ deed: "pause", note })}>
      <NoteFields deed="pause" blocked={blocked} pending={pause.isPending} />
    </Form>
  );
}
