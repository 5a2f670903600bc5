import { Button, Form, Input } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { DayInput } from "../../ui/DayInput";
import { areaText, parseArea } from "./area";
import { houseLists } from "./lists";
import type { House } from "./people";

interface Values {
  /** Named as the server names it, so that its errors find their place. */
  areaHundredths: string;
  occupancy: House["occupancy"];
  handoverDate?: string;
  note?: string;
}
const occupancies = ["occupied", "vacant", "unsold"] as const;

/** Corrects what a house is; its code stays, since bills, tickets and links know it by it. */
export function ChangeHouse({ house, onDone }: { house: House; onDone: () => void }) {
  const text = useText();
  const [form] = Form.useForm<Values>();
  const change = useCommand("PATCH /houses/{houseId}", { form, changes: houseLists, onSuccess: onDone });
  const { houseId, areaHundredths, occupancy, handoverDate, note } = house;
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{ areaHundredths: areaText(areaHundredths), occupancy, handoverDate, note }}
      onFinish={(values) =>
        change.mutate({
          houseId,
          occupancy: values.occupancy,
          areaHundredths: parseArea(values.areaHundredths),
          handoverDate: values.handoverDate ?? null,
          note: values.note?.trim() || null,
        })
      }
    >
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
            validator: (_, typed: string) =>
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
      <Button type="primary" htmlType="submit" block size="large" loading={change.isPending}>
        {text("houses:save")}
      </Button>
    </Form>
  );
}
