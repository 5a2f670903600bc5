import type { TicketKind } from "@frontdesk/core/ticket/kind";
import { App, Button, Checkbox, Form, Input } from "antd";
import type { InputOf, OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { kinds } from "../tickets/kinds";
import { Preview } from "./Preview";
import styles from "./Templates.module.css";
import type { Template } from "./TemplatesPage";

type Fields = InputOf<"POST /reply-templates">;

interface TemplateFormProps {
  /** The template that is changed; a new one without it. */
  template: Template | undefined;
  placeholders: OutputOf<"GET /reply-templates">["placeholders"];
  onDone: () => void;
}

/** A template's words, for which tickets it is meant, and how a letter would read. */
export function TemplateForm({ template, placeholders, onDone }: TemplateFormProps) {
  const text = useText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const options = {
    form,
    changes: ["GET /reply-templates"] as const,
    onSuccess: () => {
      void message.success(text("settings:saved"));
      onDone();
    },
  };
  const add = useCommand("POST /reply-templates", options);
  const change = useCommand("PATCH /reply-templates/{templateId}", options);
  const preview = useCommand("POST /reply-templates/preview", { form });
  const required = [{ required: true, whitespace: true, message: text("templates:rule.words") }];
  const initial: Partial<Fields> = template ?? { locale: "zh-CN", kinds: [] };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={initial}
      onValuesChange={() => preview.reset()}
      onFinish={({ locale, ...fields }) =>
        template
          ? change.mutate({ templateId: template.templateId, ...fields })
          : add.mutate({ locale, ...fields })
      }
    >
      <Form.Item name="name" label={text("templates:field.name")} rules={required}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="locale" label={text("templates:field.locale")} hidden={template !== undefined}>
        <Chips
          label={text("templates:field.locale")}
          options={(["zh-CN", "en"] as const).map((value) => ({
            value,
            label: text(`common:language.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="kinds" label={text("templates:field.kinds")} extra={text("templates:kindsHint")}>
        <Checkbox.Group<TicketKind>
          options={kinds.map((value) => ({ value, label: text(`tickets:kind.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="subject" label={text("templates:field.subject")} rules={required}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="body"
        label={text("templates:field.body")}
        rules={required}
        extra={<Known placeholders={placeholders} />}
      >
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 16 }} maxLength={8_000} />
      </Form.Item>
      {preview.data ? <Preview {...preview.data} /> : null}
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" size="large" loading={add.isPending || change.isPending}>
          {text("settings:save")}
        </Button>
        <Button
          size="large"
          loading={preview.isPending}
          onClick={async () => {
            const { locale, subject, body } = await form.validateFields();
            preview.mutate({ locale, subject, body });
          }}
        >
          {text("templates:do.preview")}
        </Button>
        {template ? (
          <Button
            size="large"
            disabled={change.isPending}
            onClick={() => change.mutate({ templateId: template.templateId, disabled: !template.disabled })}
          >
            {text(template.disabled ? "templates:do.use" : "templates:do.disable")}
          </Button>
        ) : null}
      </div>
    </Form>
  );
}

/** What may stand in braces, and what each becomes. */
function Known({ placeholders }: Pick<TemplateFormProps, "placeholders">) {
  const text = useText();
  return (
    <>
      <p>{text("templates:bodyHint")}</p>
      <ul className={styles.known}>
        {placeholders.map((name) => (
          <li key={name}>
            <code>{`{${name}}`}</code> {text(`templates:placeholder.${name}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
