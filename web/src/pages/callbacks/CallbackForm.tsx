import { Button, Form, Input } from "antd";
import type { InputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { Chips } from "../../ui/Chips";
import { instantOf } from "../../ui/wallTime";
import { changedByDeeds } from "../tickets/ticketLists";
import { attemptOf, type CallbackFields, outcomes } from "./attempt";
import { NextCall } from "./NextCall";

interface CallbackFormProps {
  ticketId: string;
  rev?: number;
  blocked: boolean;
  onDone: () => void;
  onFailure: (error: Error) => boolean;
}

/** One try to call a resident back: nobody reached, or what they said. */
export function CallbackForm({ ticketId, rev, blocked, onDone, onFailure }: CallbackFormProps) {
  const text = useText();
  const zone = useZone();
  const [form] = Form.useForm<CallbackFields>();
  const outcome = Form.useWatch("outcome", form);
  const record = useCommand("POST /tickets/{ticketId}/callback", {
    form,
    changes: changedByDeeds,
    onSuccess: onDone,
    onFailure,
  });
  function submit(fields: CallbackFields) {
    const nextAt = fields.nextAt ? instantOf(fields.nextAt, zone) : undefined;
    const input: InputOf<"POST /tickets/{ticketId}/callback"> = {
      ticketId,
      rev,
      ...attemptOf(fields, nextAt),
    };
    record.mutate(input);
  }
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
          <Form.Item name="score" label={text("callbacks:field.score")} extra={text("callbacks:scoreHint")}>
            <Chips
              label={text("callbacks:field.score")}
              options={(["1", "2", "3", "4", "5"] as const).map((value) => ({ value, label: value }))}
            />
          </Form.Item>
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
        loading={record.isPending}
      >
        {text("callbacks:submit")}
      </Button>
    </Form>
  );
}
