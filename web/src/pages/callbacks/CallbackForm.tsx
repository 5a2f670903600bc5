import { Button, Form, type FormInstance, Input } from "antd";
import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { Chips } from "../../ui/Chips";
import { instantOf } from "../../ui/wallTime";
import { type Attempt, attemptOf, type CallbackFields, outcomes } from "./attempt";
import { NextCall } from "./NextCall";
import { Scores } from "./Scores";

interface CallbackFormProps {
  form: FormInstance<CallbackFields>;
  blocked: boolean;
  saving: boolean;
  onAttempt: (attempt: Attempt) => void;
}

/** One try to call a resident back: nobody reached, or what they said. */
export function CallbackForm({ form, blocked, saving, onAttempt }: CallbackFormProps) {
  const text = useText();
  const zone = useZone();
  const outcome = Form.useWatch("outcome", form);
  const submit = (fields: CallbackFields) =>
    onAttempt(attemptOf(fields, fields.nextAt ? instantOf(fields.nextAt, zone) : undefined));
  return (
    <Form form={form} layout="vertical" onFinish={submit}>
      <Form.Item
        name="outcome"
        label={text("callbacks:field.outcome")}
        rules={[{ required: true, message: text("callbacks:rule.outcome") }]}
      >
        <Chips
          label={text("callbacks:field.outcome")}
          options={outcomes.map((value) => ({ value, label: text(`callbacks:outcome.${value}`) }))}
        />
      </Form.Item>
      {outcome === "unreached" ? <NextCall form={form} /> : null}
      {outcome === "satisfied" || outcome === "unsatisfied" ? (
        <>
          <Scores />
          <Form.Item
            name="words"
            label={text("callbacks:field.words")}
            extra={outcome === "unsatisfied" ? text("callbacks:reopens") : undefined}
            rules={[
              {
                required: outcome === "unsatisfied",
                whitespace: true,
                message: text("callbacks:rule.words"),
              },
            ]}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} />
          </Form.Item>
        </>
      ) : null}
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        disabled={blocked || !outcome}
        loading={saving}
      >
        {text("callbacks:submit")}
      </Button>
    </Form>
  );
}
