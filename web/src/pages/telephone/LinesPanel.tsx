import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { App, Button, Form, Input, Select } from "antd";
import type { InputOf, OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { Panel } from "../../ui/Panel";
import { useActiveMembers } from "../tickets/workers";
import styles from "./Telephone.module.css";

type Lines = InputOf<"PUT /telephone/lines">["lines"];

/** Which line rings at whose desk. */
export function LinesPanel({ lines }: Pick<OutputOf<"GET /telephone">, "lines">) {
  const text = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ lines: Lines }>();
  const set = useCommand("PUT /telephone/lines", {
    form,
    changes: ["GET /telephone"],
    onSuccess: () => message.success(text("settings:saved")),
  });
  return (
    <Panel title={text("telephone:lines")} intro={text("telephone:linesIntro")}>
      <Form<{ lines: Lines }>
        form={form}
        layout="vertical"
        initialValues={{ lines }}
        onFinish={(fields) => set.mutate({ lines: fields.lines.map(given) })}
      >
        <Form.List name="lines">
          {(fields, { add, remove }, { errors }) => (
            <>
              {fields.map(({ key, name }) => (
                <Line key={key} place={name} onRemove={() => remove(name)} />
              ))}
              <Form.ErrorList errors={errors} />
              <Button icon={<PlusOutlined />} onClick={() => add({ memberIds: [] })}>
                {text("telephone:addLine")}
              </Button>
            </>
          )}
        </Form.List>
        <div className={styles.buttons}>
          <Button type="primary" htmlType="submit" loading={set.isPending}>
            {text("settings:save")}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}

const given = ({ extension, projectId, memberIds }: Lines[number]) => ({
  extension,
  projectId: projectId ?? undefined,
  memberIds,
});

/** One line: its number, its project, and who is at it. Within the form. */
function Line({ place, onRemove }: { place: number; onRemove: () => void }) {
  const text = useText();
  const { projects } = useProjectScope();
  const members = useActiveMembers(true).data ?? [];
  return (
    <div className={styles.line}>
      <Form.Item
        name={[place, "extension"]}
        label={text("telephone:extension")}
        rules={[
          { required: true, pattern: /^\s*[+*#\d]{1,20}\s*$/, message: text("telephone:extensionRule") },
        ]}
      >
        <Input maxLength={20} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item name={[place, "projectId"]} label={text("common:shell.project")}>
        <Select
          allowClear
          placeholder={text("telephone:allProjects")}
          showSearch={{ optionFilterProp: "label" }}
          options={projects.map(({ projectId, name }) => ({ value: projectId, label: name }))}
        />
      </Form.Item>
      <Form.Item name={[place, "memberIds"]} label={text("telephone:members")}>
        <Select
          mode="multiple"
          allowClear
          maxCount={20}
          placeholder={text("telephone:anyDesk")}
          optionFilterProp="label"
          options={members.map(({ memberId, name }) => ({ value: memberId, label: name }))}
        />
      </Form.Item>
      <Button
        type="text"
        className={styles.removeLine}
        icon={<DeleteOutlined aria-hidden />}
        aria-label={text("telephone:removeLine", { place: place + 1 })}
        onClick={onRemove}
      />
    </div>
  );
}
