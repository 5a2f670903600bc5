import { App, Button, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { readablePhone } from "../../find/phone";
import { useText } from "../../i18n/useText";
import { PositionItems } from "./PositionItems";
import { fieldsOf, type PositionFields, positionOf } from "./position";
import { type MemberRow, memberLists } from "./rows";

type Fields = PositionFields & { phone: string };

/** Changes what a member does, where, and the phone they are reached at. */
export function ChangeForm({ member, onDone }: { member: MemberRow; onDone: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const change = useCommand("PATCH /members/{memberId}", {
    form,
    changes: memberLists,
    onSuccess: () => {
      void message.success(text("members:change.done", { name: member.name }));
      onDone();
    },
  });
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ ...fieldsOf(member), phone: readablePhone(member.phone ?? "") }}
      onFinish={({ phone, ...position }) =>
        change.mutate({ memberId: member.memberId, ...positionOf(position), phone: phone.trim() })
      }
    >
      <PositionItems />
      <Form.Item name="phone" label={text("members:field.phone")}>
        <Input type="tel" inputMode="tel" autoComplete="off" maxLength={30} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={change.isPending}>
        {text("members:change.submit")}
      </Button>
    </Form>
  );
}
