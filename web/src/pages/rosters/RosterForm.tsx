import { Button, Form, Input, Select } from "antd";
import type { InputOf } from "../../api/contract";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { Chips } from "../../ui/Chips";
import { weekdays } from "../clocks/schedule";
import { trades } from "../tickets/workers";
import styles from "./Rosters.module.css";
import { changedByRoster, type RosterDetail } from "./roster";
import { ShiftFields } from "./ShiftFields";

type Fields = InputOf<"POST /rosters">;

interface RosterFormProps {
  /** The roster that is changed; a new one without it. */
  roster?: RosterDetail;
  onDone: () => void;
}

/** What a roster is called, for which project and trade, and its shifts with who is on them. */
export function RosterForm({ roster, onDone }: RosterFormProps) {
  const text = useText();
  const [form] = Form.useForm<Fields>();
  const { projects, projectId: scoped } = useProjectScope();
  const options = { form, changes: changedByRoster, onSuccess: onDone };
  const create = useCommand("POST /rosters", options);
  const change = useCommand("PATCH /rosters/{rosterId}", options);
  const projectId = Form.useWatch("projectId", form) ?? roster?.projectId ?? scoped ?? projects[0]?.projectId;
  const trade = Form.useWatch("trade", form) ?? roster?.trade;

  function submit({ name, shifts: given, ...rest }: Fields) {
    const shifts = numbered(given);
    if (roster) change.mutate({ rosterId: roster.rosterId, name: name.trim(), trade: rest.trade, shifts });
    else create.mutate({ ...rest, projectId: rest.projectId, name: name.trim(), shifts });
  }

  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={
        roster ?? { projectId: scoped ?? projects[0]?.projectId, trade: "engineering", shifts: usual(text) }
      }
      onFinish={submit}
    >
      <Form.Item
        name="name"
        label={text("rosters:field.name")}
        rules={[{ required: true, whitespace: true, message: text("rosters:rule.name") }]}
      >
        <Input maxLength={40} autoComplete="off" placeholder={text("rosters:namePlaceholder")} autoFocus />
      </Form.Item>
      {roster ? null : (
        <Form.Item name="projectId" label={text("rosters:field.project")}>
          <Select options={projects.map(({ projectId: value, name }) => ({ value, label: name }))} />
        </Form.Item>
      )}
      <Form.Item name="trade" label={text("tickets:field.trade")}>
        <Chips
          label={text("tickets:field.trade")}
          options={trades.map((value) => ({ value, label: text(`tickets:trade.${value}`) }))}
        />
      </Form.Item>
      <Form.List name="shifts">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <ShiftFields
                key={key}
                at={name}
                projectId={projectId ?? ""}
                trade={trade}
                known={roster?.people ?? []}
                onDrop={fields.length > 1 ? () => remove(name) : undefined}
              />
            ))}
            <Button
              block
              className={styles.gap}
              disabled={fields.length >= 12}
              onClick={() => add(another())}
            >
              {text("rosters:addShift")}
            </Button>
          </>
        )}
      </Form.List>
      <Button
        type="primary"
        htmlType="submit"
        size="large"
        block
        loading={create.isPending || change.isPending}
      >
        {text("rosters:save")}
      </Button>
    </Form>
  );
}

type Shifts = Fields["shifts"];

/** New shifts get the next number that no shift of the roster has. */
function numbered(shifts: readonly (Omit<Shifts[number], "shift"> & { shift?: number })[]): Shifts {
  let last = Math.max(0, ...shifts.map(({ shift = 0 }) => shift));
  return shifts.map((one) => ({ ...one, name: one.name.trim(), shift: one.shift ?? ++last }));
}

const another = () => ({ days: [...weekdays], from: "08:00", to: "20:00", memberIds: [] });

const usual = (text: ReturnType<typeof useText>): Partial<Shifts[number]>[] => [
  { ...another(), name: text("rosters:day") },
  { ...another(), name: text("rosters:night"), from: "20:00", to: "08:00" },
];
