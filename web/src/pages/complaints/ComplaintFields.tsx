import { Form } from "antd";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { CauseSelect } from "./CauseSelect";
import { MembersSelect } from "./MembersSelect";

/** What intake asks of a complaint beyond what it asks of any ticket. */
export function ComplaintFields() {
  const text = useText();
  return (
    <>
      <Form.Item
        name={["complaint", "severity"]}
        label={text("complaints:field.severity")}
        initialValue="ordinary"
      >
        <Chips
          label={text("complaints:field.severity")}
          options={(["ordinary", "major"] as const).map((value) => ({
            value,
            label: text(`complaints:severity.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name={["complaint", "cause"]}
        label={text("complaints:field.cause")}
        extra={text("complaints:causeHint")}
      >
        <CauseSelect />
      </Form.Item>
      <Form.Item
        name={["complaint", "about"]}
        label={text("complaints:field.aboutOptional")}
        extra={text("complaints:aboutHint")}
      >
        <MembersSelect />
      </Form.Item>
    </>
  );
}
