import { Button, Form, Select } from "antd";
import type { InputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { trades, useActiveMembers } from "../tickets/workers";
import { changedByPraise, type PraiseFormProps } from "./praise";

type Fields = Pick<InputOf<"PUT /tickets/{ticketId}/praise">, "trade" | "memberIds">;

/** Says whom a praise is of: people of the project, a trade, or both. */
export function NameForm({ ticket, praise, onDone }: PraiseFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const members = useActiveMembers(true);
  const name = useCommand("PUT /tickets/{ticketId}/praise", {
    form,
    changes: changedByPraise,
    onSuccess: onDone,
  });
  const { ticketId, projectId } = ticket;
  const known = praise?.members ?? [];
  const here = (members.data ?? []).filter(
    (one) => one.projectIds === "all" || one.projectIds.includes(projectId),
  );
  const left = known.filter(({ memberId }) => !here.some((one) => one.memberId === memberId));
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ trade: praise?.trade, memberIds: known.map(({ memberId }) => memberId) }}
      onFinish={({ trade, memberIds }) => name.mutate({ ticketId, trade: trade ?? undefined, memberIds })}
    >
      <Form.Item
        name="memberIds"
        label={text("praise:field.members")}
        dependencies={["trade"]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, memberIds: string[] = []) =>
              memberIds.length > 0 || getFieldValue("trade")
                ? Promise.resolve()
                : Promise.reject(new Error(text("praise:rule.of"))),
          }),
        ]}
      >
        <Select
          mode="multiple"
          maxCount={10}
          loading={members.isPending}
          showSearch={{ optionFilterProp: "label" }}
          options={[...here, ...left].map((one) => ({ value: one.memberId, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="trade" label={text("praise:field.trade")}>
        <Select
          allowClear
          options={trades.map((value) => ({ value, label: text(`tickets:trade.${value}`) }))}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={name.isPending}>
        {text("tickets:do.save")}
      </Button>
    </Form>
  );
}
