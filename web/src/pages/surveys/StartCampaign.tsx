import { Alert, Button, Form, Input, Select } from "antd";
import type { OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useZone } from "../../session/zone";
import { DayInput } from "../../ui/DayInput";
import { formatTime } from "../../ui/time";
import { daysAfter } from "./dates";
import { Households } from "./Households";

interface Fields {
  title: { "zh-CN": string; en: string };
  projectIds: string[];
  opensOn: string;
  closesOn: string;
}

/** Starts a survey: of which projects, from when to when, under which title. */
export function StartCampaign({ onDone }: { onDone: (campaign: OutputOf<"POST /campaigns">) => void }) {
  const text = useText();
  const zone = useZone();
  const { projects, projectId } = useProjectScope();
  const today = formatTime(new Date().toISOString(), "date", "en", zone);
  const [form] = Form.useForm<Fields>();
  const chosen = Form.useWatch("projectIds", form) ?? [];
  const opensOn = Form.useWatch("opensOn", form) ?? today;
  const start = useCommand("POST /campaigns", { form, changes: ["GET /campaigns"], onSuccess: onDone });
  const year = today.slice(0, 4);
  const titleRules = [{ required: true, whitespace: true, min: 2, message: text("surveys:rule.title") }];
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{
        title: {
          "zh-CN": text("surveys:start.defaultZh", { year }),
          en: text("surveys:start.defaultEn", { year }),
        },
        projectIds: projectId ? [projectId] : projects.map((one) => one.projectId),
        opensOn: today,
        closesOn: daysAfter(today, 20),
      }}
      onFinish={(given) => start.mutate(given)}
    >
      <Form.Item name={["title", "zh-CN"]} label={text("surveys:start.titleZh")} rules={titleRules}>
        <Input maxLength={60} lang="zh-CN" />
      </Form.Item>
      <Form.Item name={["title", "en"]} label={text("surveys:start.titleEn")} rules={titleRules}>
        <Input maxLength={60} lang="en" />
      </Form.Item>
      <Form.Item
        name="projectIds"
        label={text("surveys:field.projects")}
        rules={[{ required: true, type: "array", min: 1, message: text("surveys:rule.projects") }]}
      >
        <Select
          mode="multiple"
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          maxTagCount={4}
          options={projects.map((one) => ({ value: one.projectId, label: one.name }))}
        />
      </Form.Item>
      <Form.Item name="opensOn" label={text("surveys:field.opensOn")} extra={text("surveys:start.opensHint")}>
        <DayInput min={today} max={daysAfter(today, 366)} />
      </Form.Item>
      <Form.Item
        name="closesOn"
        label={text("surveys:field.closesOn")}
        extra={text("surveys:start.closesHint")}
        dependencies={["opensOn"]}
        rules={[
          {
            validator: (_, day: string) =>
              day >= opensOn ? Promise.resolve() : Promise.reject(new Error(text("surveys:rule.closes"))),
          },
        ]}
      >
        <DayInput min={opensOn} max={daysAfter(opensOn, 366)} />
      </Form.Item>
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title={<Households projectIds={chosen} />}
        description={text("surveys:start.reminders")}
      />
      <Button type="primary" htmlType="submit" block size="large" loading={start.isPending}>
        {text(opensOn > today ? "surveys:start.later" : "surveys:start.now")}
      </Button>
    </Form>
  );
}
