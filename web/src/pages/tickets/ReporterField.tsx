import { Form, type FormInstance, Input } from "antd";
import type { OutputOf } from "../../api/contract";
import { phoneRule } from "../../find/phone";
import { useText } from "../../i18n/useText";
import { useSession } from "../../session/SessionContext";
import { Chips } from "../../ui/Chips";
import styles from "./Intake.module.css";

export type Person = OutputOf<"GET /houses/{houseId}">["people"][number];

interface ReporterFieldProps {
  people: readonly Pick<Person, "residentId" | "name">[];
  form: FormInstance;
  /** The value that stands for somebody who is not among them. */
  typed: string;
  /** Somebody has to be named; else it is the member who types. */
  named?: boolean;
}

/** Who reports: one of the people of the house, or somebody typed in. */
export function ReporterField({ people, form, typed, named = false }: ReporterFieldProps) {
  const text = useText();
  const { user } = useSession();
  const chosen: unknown = Form.useWatch("residentId", form);
  const options = people.map((person) => ({ value: person.residentId, label: person.name }));
  return (
    <>
      {people.length > 0 ? (
        <Form.Item
          name="residentId"
          label={text("tickets:field.reporter")}
          rules={[{ required: true, message: text("tickets:rule.reporter") }]}
        >
          <Chips
            label={text("tickets:field.reporter")}
            options={[...options, { value: typed, label: text("tickets:new.somebodyElse") }]}
          />
        </Form.Item>
      ) : null}
      {people.length === 0 || chosen === typed ? (
        <div className={styles.pair}>
          <Form.Item
            name={["reporter", "name"]}
            label={text("tickets:field.reporterName")}
            extra={
              people.length === 0 && !named
                ? text("tickets:new.selfReported", { name: user.name })
                : undefined
            }
            rules={[
              { required: named || people.length > 0, whitespace: true, message: text("tickets:rule.name") },
            ]}
          >
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name={["reporter", "phone"]}
            label={text("tickets:field.reporterPhone")}
            validateTrigger="onBlur"
            rules={[phoneRule(text("tickets:rule.phone"))]}
          >
            <Input type="tel" inputMode="tel" maxLength={30} autoComplete="off" />
          </Form.Item>
        </div>
      ) : null}
    </>
  );
}
