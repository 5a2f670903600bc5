import { Button, Checkbox, Form, Input, Select } from "antd";
import { useText } from "../../i18n/useText";
import { weekdays } from "../clocks/schedule";
import { useActiveMembers, type Worker, workersFor } from "../tickets/workers";
import styles from "./Rosters.module.css";

interface ShiftFieldsProps {
  /** Which of the form's shifts. */
  at: number;
  projectId: string;
  trade: Worker["trade"];
  /** Who is on the roster already. */
  known: readonly { memberId: string; name: string }[];
  onDrop: (() => void) | undefined;
}

/** One shift within the form of a roster: its name, days and hours, and who is on it. */
export function ShiftFields({ at, projectId, trade, known, onDrop }: ShiftFieldsProps) {
  const text = useText();
  const required = (message: string) => [{ required: true, message }];
  return (
    <fieldset className={styles.shift}>
      <legend className={styles.legend}>{text("rosters:shift", { number: at + 1 })}</legend>
      <Form.Item
        name={[at, "name"]}
        label={text("rosters:field.shift")}
        rules={[{ required: true, whitespace: true, message: text("rosters:rule.shift") }]}
      >
        <Input maxLength={20} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={[at, "days"]}
        label={text("routing:field.days")}
        rules={required(text("routing:rule.days"))}
      >
        <Checkbox.Group options={weekdays.map((value) => ({ value, label: text(`clocks:day.${value}`) }))} />
      </Form.Item>
      <div className={styles.hours}>
        <Form.Item
          name={[at, "from"]}
          label={text("routing:field.from")}
          rules={required(text("routing:rule.time"))}
        >
          <Input type="time" />
        </Form.Item>
        <Form.Item
          name={[at, "to"]}
          label={text("routing:field.until")}
          rules={required(text("routing:rule.time"))}
          extra={text("routing:overnightHint")}
        >
          <Input type="time" />
        </Form.Item>
      </div>
      <Form.Item name={[at, "memberIds"]} label={text("rosters:field.people")}>
        <PeopleSelect projectId={projectId} trade={trade} known={known} />
      </Form.Item>
      {onDrop ? <Button onClick={onDrop}>{text("rosters:dropShift")}</Button> : null}
    </fieldset>
  );
}

interface PeopleSelectProps extends Pick<ShiftFieldsProps, "projectId" | "trade" | "known"> {
  value?: string[];
  onChange?: (memberIds: string[]) => void;
}

/** Some of those who may be on duty in a project, those of the trade first. Works as a form item. */
export function PeopleSelect({ projectId, trade, known, value, onChange }: PeopleSelectProps) {
  const text = useText();
  const members = useActiveMembers(true);
  const workers = workersFor(members.data ?? [], projectId, trade);
  const others = known.filter(({ memberId }) => !workers.some((one) => one.memberId === memberId));
  const options = [
    ...workers.map((one) => ({
      value: one.memberId,
      label: [
        one.name,
        one.trade ? text(`tickets:trade.${one.trade}`) : text(`common:role.${one.role}`),
      ].join(" · "),
    })),
    ...others.map(({ memberId, name }) => ({ value: memberId, label: name })),
  ];
  return (
    <Select
      mode="multiple"
      showSearch={{ optionFilterProp: "label" }}
      loading={members.isPending}
      placeholder={text("rosters:choosePeople")}
      options={options}
      value={value?.filter((memberId) => options.some((one) => one.value === memberId))}
      onChange={onChange}
    />
  );
}
