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

/** Gives the work, or a further part of it, to a trade, whose first taker has it, or to a person of it. */
export function AssignForm({
  deed,
  ticket,
  order,
  blocked,
  onDone,
  onFailure,
}: DeedFormProps & { deed: "assign" | "split" | "transfer" }) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const trade = Form.useWatch("trade", form);
  const members = useActiveMembers(true);
  const options = { form, changes: changedByDeeds, onSuccess: onDone, onFailure };
  const commands = {
    assign: useCommand("POST /tickets/{ticketId}/assign", options),
    split: useCommand("POST /tickets/{ticketId}/split", options),
    transfer: useCommand("POST /tickets/{ticketId}/transfer", options),
  };
  const { ticketId, rev } = ticket;
  const suggested = deed === "assign" && !order ? ticket.suggested : undefined;
  function give(fields: Omit<Fields, "note">, note: string) {
    const given = { ticketId, rev, ...fields };
    const one = { ...given, order: order?.order };
    if (deed === "split") commands.split.mutate({ ...given, note: note || undefined });
    else if (deed === "assign") commands.assign.mutate({ ...one, note: note || undefined });
    else commands.transfer.mutate({ ...one, note });
  }
  const workers = workersFor(members.data ?? [], ticket.projectId, trade);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={deed === "assign" ? handsOf(ticket, order) : undefined}
      onFinish={({ note = "", ...fields }) => give(fields, note.trim())}
    >
      <Form.Item
        name="trade"
        label={text("tickets:field.trade")}
        extra={suggested ? text("tickets:assign.suggested", { rule: suggested.rule }) : undefined}
      >
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
      <Form.Item
        name="note"
        label={text(deed === "transfer" ? "tickets:note.transfer" : "tickets:note.assign")}
        rules={
          deed === "transfer"
            ? [{ required: true, whitespace: true, message: text("tickets:rule.note") }]
            : undefined
        }
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        disabled={blocked}
        loading={commands[deed].isPending}
      >
        {text(`tickets:do.${deed}`)}
      </Button>
    </Form>
  );
}

/** Who has it so far, else to whom a rule would give it, else the trade that usually sees to such things. */
const handsOf = (ticket: DeedFormProps["ticket"], order: DeedFormProps["order"]): Fields => {
  const { trade, assigneeId } = order ?? ticket.suggested ?? ticket;
  return { trade: trade ?? (assigneeId ? undefined : ticket.usualTrade), assigneeId };
};
