import { Button, Checkbox, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import type { Filter } from "./search";
import { changedFilters } from "./useSavedFilters";

interface SaveFormProps {
  filter: Filter;
  onDone: () => void;
}

/** Gives the filter on the screen a name, for oneself or for the firm. */
export function SaveForm({ filter, onDone }: SaveFormProps) {
  const text = useText();
  const [form] = Form.useForm<{ name: string; shared: boolean; begin: boolean }>();
  const begin = useCommand("PUT /ticket-filters/default", { changes: changedFilters, onSuccess: onDone });
  const save = useCommand("POST /ticket-filters", {
    ...{ form, changes: changedFilters },
    onSuccess: ({ filterId }) => {
      if (form.getFieldValue("begin")) begin.mutate({ filterId });
      else onDone();
    },
  });
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ shared: false, begin: false }}
      onFinish={({ name, shared }) => save.mutate({ name: name.trim(), shared, filter })}
    >
      <Form.Item
        name="name"
        label={text("filters:name")}
        rules={[{ required: true, whitespace: true, message: text("filters:nameRule") }]}
      >
        <Input maxLength={30} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="shared" valuePropName="checked" extra={text("filters:shareHint")}>
        <Checkbox>{text("filters:share")}</Checkbox>
      </Form.Item>
      <Form.Item name="begin" valuePropName="checked">
        <Checkbox>{text("filters:begin")}</Checkbox>
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={save.isPending || begin.isPending}>
        {text("filters:save")}
      </Button>
    </Form>
  );
}
