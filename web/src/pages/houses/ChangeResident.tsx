import { Button, Form } from "antd";
import { useCommand } from "../../api/useCommand";
import { readablePhone } from "../../find/phone";
import { useText } from "../../i18n/useText";
import { peopleLists } from "./lists";
import type { Tie } from "./people";
import { ResidentFields, type ResidentValues } from "./ResidentFields";
import { correction } from "./resident";

/** Corrects what is known of somebody, in all their houses. */
export function ChangeResident({ tie, onDone }: { tie: Tie; onDone: () => void }) {
  const text = useText();
  const [form] = Form.useForm<ResidentValues>();
  const change = useCommand("PATCH /residents/{residentId}", {
    form,
    changes: peopleLists,
    onSuccess: onDone,
  });
  const { residentId, name, phone, email, locale, keyCare } = tie;
  return (
    <Form<ResidentValues>
      form={form}
      layout="vertical"
      initialValues={{ name, phone: phone && readablePhone(phone), email, locale, keyCare }}
      onFinish={(values) => change.mutate({ residentId, ...correction(values) })}
    >
      <ResidentFields />
      <Button type="primary" htmlType="submit" block size="large" loading={change.isPending}>
        {text("houses:save")}
      </Button>
    </Form>
  );
}
