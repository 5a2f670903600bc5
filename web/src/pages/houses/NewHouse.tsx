import { Button, Form, Input } from "antd";
import type { OutputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { parseArea } from "./area";
import { HouseFields, type HouseValues } from "./HouseFields";
import styles from "./Houses.module.css";
import { houseLists } from "./lists";

interface Values extends HouseValues {
  building: string;
  unit?: string;
  room: string;
}

interface NewHouseProps {
  projectId: string;
  onDone: (house: OutputOf<"POST /projects/{projectId}/houses">) => void;
}

/** One house entered by hand, by building, unit and room as they are said. */
export function NewHouse({ projectId, onDone }: NewHouseProps) {
  const text = useText();
  const [form] = Form.useForm<Values>();
  const create = useCommand("POST /projects/{projectId}/houses", {
    form,
    changes: [...houseLists, "GET /find"],
    onSuccess: onDone,
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{ occupancy: "occupied" }}
      onFinish={({ building, unit, room, areaHundredths, occupancy, handoverDate, note }) =>
        create.mutate({
          projectId,
          building,
          unit: unit?.trim() || undefined,
          room,
          areaHundredths: parseArea(areaHundredths) ?? 0,
          occupancy,
          handoverDate,
          note: note?.trim() || undefined,
        })
      }
    >
      <div className={styles.place}>
        <Form.Item
          name="building"
          label={text("houses:field.building")}
          rules={[{ required: true, whitespace: true, message: text("houses:rule.building") }]}
        >
          <Input maxLength={20} autoComplete="off" placeholder={text("houses:new.buildingHint")} />
        </Form.Item>
        <Form.Item name="unit" label={text("houses:field.unit")}>
          <Input maxLength={20} autoComplete="off" placeholder={text("houses:new.unitHint")} />
        </Form.Item>
        <Form.Item
          name="room"
          label={text("houses:field.room")}
          rules={[{ required: true, whitespace: true, message: text("houses:rule.room") }]}
        >
          <Input maxLength={20} autoComplete="off" placeholder={text("houses:new.roomHint")} />
        </Form.Item>
      </div>
      <HouseFields />
      <Button type="primary" htmlType="submit" block size="large" loading={create.isPending}>
        {text("houses:new.submit")}
      </Button>
    </Form>
  );
}
