import { Form, Input } from "antd";
import type { InputOf, OutputOf } from "../../api/contract";
import { internationalPhone, phoneRule } from "../../find/phone";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import styles from "./Letters.module.css";

export interface WriterValues {
  /** One of the people of the house, or `typed`. */
  residentId?: string;
  from?: { name?: string; phone?: string; email?: string };
}

/** Stands for somebody who is none of the people of the house. */
const typed = "typed";

/** The writer as the server takes it. */
export function writerOf({ residentId, from = {} }: WriterValues): InputOf<"POST /letters">["from"] {
  if (residentId && residentId !== typed) return { residentId };
  return {
    name: from.name?.trim() || undefined,
    phone: internationalPhone(from.phone ?? ""),
    email: from.email?.trim() || undefined,
  };
}

/** Who wrote: one of the people of the house, or somebody typed in as the letter is signed. */
export function WriterFields({ people }: { people: OutputOf<"GET /houses/{houseId}">["people"] }) {
  const text = useText();
  const chosen = Form.useWatch<string | undefined>("residentId");
  const options = people.map((person) => ({ value: person.residentId, label: person.name }));
  return (
    <>
      {people.length > 0 ? (
        <Form.Item
          name="residentId"
          label={text("letters:field.from")}
          rules={[{ required: true, message: text("letters:rule.name") }]}
        >
          <Chips
            label={text("letters:field.from")}
            options={[...options, { value: typed, label: text("tickets:new.somebodyElse") }]}
          />
        </Form.Item>
      ) : null}
      {people.length === 0 || chosen === typed ? (
        <div className={styles.pair}>
          <Form.Item
            name={["from", "name"]}
            label={text("letters:field.name")}
            extra={text("letters:new.nameHint")}
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
          <Form.Item
            name={["from", "email"]}
            label={text("letters:field.email")}
            validateTrigger="onBlur"
            rules={[{ type: "email", message: text("letters:rule.email") }]}
          >
            <Input type="email" inputMode="email" maxLength={120} autoComplete="off" />
          </Form.Item>
        </div>
      ) : null}
    </>
  );
}
