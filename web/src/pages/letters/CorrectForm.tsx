import { Button, Form, Input } from "antd";
import type { InputOf, OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { internationalPhone, phoneRule } from "../../find/phone";
import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { Chips } from "../../ui/Chips";
import { DayInput } from "../../ui/DayInput";
import { wallTimeOf } from "../../ui/wallTime";
import { HouseField } from "../tickets/HouseField";
import { letterWays } from "./LetterForm";

type Fields = Pick<InputOf<"PATCH /letters/{letterId}">, "houseId" | "way" | "receivedOn" | "words"> & {
  from?: { name?: string; phone?: string };
};

interface CorrectFormProps {
  letter: OutputOf<"GET /letters/{letterId}">;
  onDone: () => void;
}

/** Corrects what was entered wrongly; who is on record as the writer stays so. */
export function CorrectForm({ letter, onDone }: CorrectFormProps) {
  const text = useText();
  const zone = useZone();
  const [form] = Form.useForm<Fields>();
  const correct = useCommand("PATCH /letters/{letterId}", {
    form,
    changes: ["GET /letters", "GET /letters/{letterId}"],
    onSuccess: onDone,
  });
  const { letterId, rev, projectId, way, receivedOn, words, from } = letter;
  const houseId = letter.houseId ?? null;
  const submit = ({ from: writer, ...fields }: Fields) =>
    correct.mutate({
      ...{ letterId, rev, ...fields },
      from: writer && { name: writer.name?.trim(), phone: internationalPhone(writer.phone ?? "") },
    });
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{ houseId, way, receivedOn, words, from: { name: from.name, phone: from.phone } }}
      onFinish={submit}
    >
      <Form.Item
        name="houseId"
        label={text("letters:field.house")}
        extra={letter.ticketId ? text("letters:correct.houseHint") : undefined}
      >
        <HouseField projectId={projectId} none={text("letters:correct.noHouse")} />
      </Form.Item>
      {from.residentId ? null : (
        <>
          <Form.Item
            name={["from", "name"]}
            label={text("letters:field.name")}
            rules={[{ required: true, whitespace: true, message: text("letters:rule.name") }]}
          >
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name={["from", "phone"]}
            label={text("letters:field.phone")}
            validateTrigger="onBlur"
            rules={[phoneRule(text("tickets:rule.phone"))]}
          >
            <Input type="tel" inputMode="tel" maxLength={30} autoComplete="off" />
          </Form.Item>
        </>
      )}
      <Form.Item name="way" label={text("letters:field.way")}>
        <Chips
          label={text("letters:field.way")}
          options={letterWays.map((value) => ({ value, label: text(`letters:way.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="receivedOn"
        label={text("letters:field.receivedOn")}
        rules={[{ required: true, message: text("letters:rule.receivedOn") }]}
      >
        <DayInput max={wallTimeOf(new Date().toISOString(), zone).slice(0, 10)} />
      </Form.Item>
      <Form.Item
        name="words"
        label={text("letters:field.words")}
        extra={text("letters:correct.hint")}
        rules={[{ required: true, whitespace: true, message: text("letters:rule.words") }]}
      >
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={2000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" size="large" block loading={correct.isPending}>
        {text("tickets:do.save")}
      </Button>
    </Form>
  );
}
