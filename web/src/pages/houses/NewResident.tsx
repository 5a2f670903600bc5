import { Button, Form } from "antd";
import { useCommand } from "../../api/useCommand";
import { currentLocale } from "../../i18n/locale";
import { useText } from "../../i18n/useText";
import { peopleLists } from "./lists";
import type { Tie } from "./people";
import { ResidentFields, type ResidentValues } from "./ResidentFields";
import { newPerson } from "./resident";
import { TieChips } from "./TieChips";

type Values = ResidentValues & { as: Tie["as"] };

/** Somebody new in a house. */
export function NewResident({ houseId, onDone }: { houseId: string; onDone: () => void }) {
  const text = useText();
  const [form] = Form.useForm<Values>();
  const add = useCommand("POST /houses/{houseId}/residents", {
    form,
    changes: peopleLists,
    onSuccess: onDone,
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{ as: "owner", locale: currentLocale() }}
      onFinish={({ as, ...values }) => add.mutate({ houseId, as, ...newPerson(values) })}
    >
      <TieChips />
      <ResidentFields />
      <Button type="primary" htmlType="submit" block size="large" loading={add.isPending}>
        {text("houses:people.add")}
      </Button>
    </Form>
  );
}
