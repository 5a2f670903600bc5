import { Button, Checkbox, Form, Input } from "antd";
import { ApiError } from "../../api/error";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { orderFor } from "../../offline/foreseen";
import { useStep } from "../../offline/useStep";
import { filesOf, useStepFiles } from "../../offline/useStepFiles";
import { useSession } from "../../session/SessionContext";
import { formatFen } from "../../ui/format";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { PhotoInput } from "../../ui/PhotoInput";
import type { Quote } from "../quotes/quote";
import type { DeedFormProps } from "./DeedForm";

/** Reports the work done: what was done, with photos, and whether what the resident agreed to is charged. */
export function CompleteForm(props: DeedFormProps) {
  const { ticketId } = props.ticket;
  const quotes = useQueryOf("GET /tickets/{ticketId}/quotes", { ticketId });
  if (quotes.isPending) return <PageSkeleton />;
  const agreed = quotes.data?.items.find(({ state, charged }) => state === "agreed" && !charged);
  /** They may have agreed only now: then it is asked. */
  function onFailure(error: Error): boolean {
    if (!(error instanceof ApiError) || error.field !== "paid") return props.onFailure(error);
    void quotes.refetch();
    return false;
  }
  return <Fields {...props} onFailure={onFailure} agreed={agreed} />;
}

function Fields({
  ticket,
  order,
  blocked,
  onDone,
  onFailure,
  agreed,
}: DeedFormProps & { agreed: Quote | undefined }) {
  const text = useText();
  const [form] = Form.useForm<{ note: string; photos: string[]; paid?: boolean }>();
  const { member } = useSession();
  const own = orderFor(ticket.orders, "complete", member.id, order?.order) !== undefined;
  const { send, sending } = useStepFiles(ticket.projectId, own);
  const complete = useStep(ticket, order?.order, { form, onSuccess: onDone, onFailure });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ photos: [] }}
      onFinish={({ photos, ...said }) =>
        complete.mutate({ deed: "complete", files: filesOf(photos), ...said })
      }
    >
      <Form.Item
        name="note"
        label={text("tickets:note.complete")}
        extra={text("tickets:note.completeHint")}
        rules={[{ required: true, whitespace: true, message: text("tickets:rule.note") }]}
      >
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="photos" label={text("tickets:field.photos")}>
        <PhotoInput send={send} media />
      </Form.Item>
      {agreed ? (
        <Form.Item
          name="paid"
          valuePropName="checked"
          initialValue={true}
          extra={text("tickets:note.paidHint")}
        >
          <Checkbox>{text("quotes:charge", { total: formatFen(agreed.total) })}</Checkbox>
        </Form.Item>
      ) : null}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        disabled={blocked || sending}
        loading={complete.isPending}
      >
        {text(sending ? "tickets:new.waitForPhotos" : "tickets:do.complete")}
      </Button>
    </Form>
  );
}
