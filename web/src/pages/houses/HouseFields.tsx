import { Form, Input } from "antd";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { DayInput } from "../../ui/DayInput";
import { parseArea } from "./area";
import type { House } from "./people";

/** What is typed about a house, but for its code; the fields are named as the server names them. */
export interface HouseValues {
  areaHundredths: string;
  occupancy: House["occupancy"];
  handoverDate?: string;
  note?: string;
}

const occupancies = ["occupied", "vacant", "unsold"] as const;

/** State, size, handover, note. */
export function HouseFields() {
  const text = useText();
  return (
    <>
      <Form.Item name="occupancy" label={text("houses:field.occupancy")}>
        <Chips<House["occupancy"]>
          label={text("houses:field.occupancy")}
          options={occupancies.map((value) => ({ value, label: text(`houses:occupancy.${value}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="areaHundredths"
        label={text("houses:field.area")}
        extra={text("houses:field.areaHint")}
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_, typed = "") =>
              parseArea(typed) === undefined
                ? Promise.reject(new Error(text("houses:rule.area")))
                : Promise.resolve(),
          },
        ]}
      >
        <Input inputMode="decimal" maxLength={12} suffix="m²" autoComplete="off" />
      </Form.Item>
      <Form.Item name="handoverDate" label={text("houses:field.handoverDate")}>
        <DayInput clearable label={text("houses:field.handoverDate")} />
      </Form.Item>
      <Form.Item name="note" label={text("houses:field.note")}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
    </>
  );
}
