import { Button, Form } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { areaText, parseArea } from "./area";
import { HouseFields, type HouseValues } from "./HouseFields";
import { houseLists } from "./lists";
import type { House } from "./people";

/** Corrects what a house is; its code stays, since bills, tickets and links know it by it. */
export function ChangeHouse({ house, onDone }: { house: House; onDone: () => void }) {
  const text = useText();
  const [form] = Form.useForm<HouseValues>();
  const change = useCommand("PATCH /houses/{houseId}", { form, changes: houseLists, onSuccess: onDone });
  const { houseId, areaHundredths, occupancy, handoverDate, note } = house;
  return (
    <Form<HouseValues>
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
      <HouseFields />
      <Button type="primary" htmlType="submit" block size="large" loading={change.isPending}>
        {text("houses:save")}
      </Button>
    </Form>
  );
}
