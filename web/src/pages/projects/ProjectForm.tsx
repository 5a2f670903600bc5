import { Button, Form, Input } from "antd";
import type { ApiName, InputOf, OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";

type Project = OutputOf<"GET /projects">["items"][number];
type Values = InputOf<"POST /projects">;

const kinds = ["residential", "office", "mall", "mixed", "other"] as const;
const changed: readonly ApiName[] = ["GET /projects", "GET /figures/comparison"];

interface ProjectFormProps {
  /** The project that is changed; a new one without it. */
  project?: Project;
  onDone: () => void;
}

/** What a project is: name, kind, address, and the phone its residents are given. */
export function ProjectForm({ project, onDone }: ProjectFormProps) {
  const text = useText();
  const [form] = Form.useForm<Values>();
  const options = { form, changes: changed, onSuccess: onDone };
  const create = useCommand("POST /projects", options);
  const change = useCommand("PATCH /projects/{projectId}", options);

  function submit({ name, kind, ...given }: Values) {
    const address = given.address?.trim() || undefined;
    const phone = given.phone?.trim() || undefined;
    if (!project) return create.mutate({ name, kind, address, phone });
    const { projectId } = project;
    change.mutate({ projectId, name, kind, address: address ?? null, phone: phone ?? null });
  }

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={project ?? { kind: "residential" }}
      onFinish={submit}
    >
      <Form.Item
        name="name"
        label={text("projects:field.name")}
        extra={text("projects:field.nameHint")}
        rules={[{ required: true, whitespace: true, message: text("projects:rule.name") }]}
      >
        <Input maxLength={60} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={text("projects:field.kind")}>
        <Chips
          label={text("projects:field.kind")}
          options={kinds.map((value) => ({ value, label: text(`projects:kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="address" label={text("projects:field.address")}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={text("projects:field.phone")} extra={text("projects:field.phoneHint")}>
        <Input type="tel" inputMode="tel" maxLength={30} autoComplete="off" />
      </Form.Item>
      <Button
        type="primary"
        htmlType="submit"
        block
        size="large"
        loading={create.isPending || change.isPending}
      >
        {text(project ? "projects:save" : "projects:create")}
      </Button>
    </Form>
  );
}
