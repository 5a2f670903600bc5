import { LockOutlined } from "@ant-design/icons";
import { App, Button, Form, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Sheet } from "../../ui/Sheet";
import styles from "./Compare.module.css";
import { type Comparison, closable } from "./figures";
import { periodName } from "./period";

/** Closes the month that is compared, for all of its projects that are open or for some of them. */
export function CloseMonth({ data }: { data: Comparison }) {
  const text = useText();
  const { i18n } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<LockOutlined />} onClick={() => setOpen(true)}>
        {text("compare:closing.action")}
      </Button>
      <Sheet
        open={open}
        title={text("compare:closing.title", { month: periodName(data.period, i18n.language) })}
        onClose={() => setOpen(false)}
      >
        <CloseForm data={data} onDone={() => setOpen(false)} />
      </Sheet>
    </>
  );
}

function CloseForm({ data, onDone }: { data: Comparison; onDone: () => void }) {
  const text = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ projectIds: string[] }>();
  const close = useCommand("PUT /figures/closings/{month}", {
    form,
    changes: ["GET /figures/comparison", "GET /figures/corrections"],
    onSuccess: ({ items }) => {
      void message.success(text("compare:closing.done", { count: items.length }));
      onDone();
    },
  });
  const projects = closable(data);
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ projectIds: projects.map(({ projectId }) => projectId) }}
      onFinish={({ projectIds }) => close.mutate({ month: data.period, projectIds })}
    >
      <p className={styles.why}>{text("compare:closing.why")}</p>
      <Form.Item
        name="projectIds"
        label={text("compare:closing.projects")}
        rules={[{ required: true, type: "array", min: 1, message: text("compare:closing.required") }]}
      >
        <Select
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          maxTagCount={6}
          options={projects.map(({ projectId, name }) => ({ value: projectId, label: name }))}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={close.isPending}>
        {text("compare:closing.action")}
      </Button>
    </Form>
  );
}
