import { Form } from "antd";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import type { Tie } from "./people";

const ties = ["owner", "occupant", "family"] as const;

/** As what somebody is tied to a house. */
export function TieChips() {
  const text = useText();
  return (
    <Form.Item name="as" label={text("houses:field.as")}>
      <Chips<Tie["as"]>
        label={text("houses:field.as")}
        options={ties.map((value) => ({ value, label: text(`find:tie.${value}`) }))}
      />
    </Form.Item>
  );
}
