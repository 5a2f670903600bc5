import { Button, Form, Input, Select } from "antd";
import type { InputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { ErrorState } from "../../ui/ErrorState";
import type { DeedFormProps } from "./DeedForm";
import { changedByDeeds } from "./ticketLists";
import { trades, useActiveMembers, workersFor } from "./workers";

type Fields = Pick<InputOf<"POST /tickets/{ticketId}/assign">, "trade" | "assigneeId" | "note">;

/** Gives the work to a trade, whose first taker has it, or to a person of it. */
export function AssignForm({ ticket, blocked, onDone, onFailure }: DeedFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const trade = Form.useWatch("trade", form);
  const members = useActiveMembers(true);
  const assign = useCommand("POST /tickets/{ticketId}/assign", {
    form,
    changes: changedByDeeds,
    onSuccess: onDone,
    onFailure,
  });
  const { ticketId, rev } = ticket;
  const workers = workersFor(members.data ?? [], ticket.projectId, trade);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ trade: ticket.trade ?? ticket.usualTrade, assigneeId: ticket.assigneeId }}
      onFinish={({ note, ...fields }) =>
        assign.mutate({ ticketId, rev, ...fields, note: note?.trim() || undefined })
      }
    >
      <Form.Item name="trade" label={text("tickets:field.trade")}>
        <Chips
          label={text("tickets:field.trade")}
          options={trades.map((value) => ({ value, label: text(`tickets:trade.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="assigneeId"
        label={text("tickets:field.person")}
        extra={text("tickets:assign.personHint")}
      >
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          loading={members.isPending}
          placeholder={text("tickets:assign.anyone")}
          options={workers.map((one) => ({
            value: one.memberId,
            label: [
              one.name,
              one.trade ? text(`tickets:trade.${one.trade}`) : text(`common:role.${one.role}`),
            ].join(" · "),
          }))}
        />
      </Form.Item>
      {members.error ? <ErrorState error={members.error} onRetry={() => void members.refetch()} /> : null}
      <Form.Item name="note" label={text("tickets:note.assign")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        disabled={blocked}
        loading={assign.isPending}
      >
        {text("tickets:do.assign")}
      </Button>
    </Form>
  );
}
