import { Button, Form } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import styles from "./Rosters.module.css";
import { changedByRoster, type Duty, type RosterDetail } from "./roster";
import { PeopleSelect } from "./ShiftFields";

interface SwapFormProps {
  roster: RosterDetail;
  duty: Duty;
  onDone: () => void;
}

/** Who is on a shift on one date, otherwise than usual; nobody, where it does not take place. */
export function SwapForm({ roster, duty, onDone }: SwapFormProps) {
  const text = useText();
  const set = useCommand("PUT /rosters/{rosterId}/days/{date}", {
    changes: changedByRoster,
    onSuccess: onDone,
  });
  const day = { rosterId: roster.rosterId, date: duty.date, shift: duty.shift };
  return (
    <Form<{ memberIds: string[] }>
      layout="vertical"
      initialValues={{ memberIds: duty.people.map(({ memberId }) => memberId) }}
      onFinish={({ memberIds }) => set.mutate({ ...day, memberIds })}
    >
      <p className={styles.gap}>
        <span className="fd-number">{duty.date}</span> {duty.name}
      </p>
      <Form.Item name="memberIds" label={text("rosters:field.people")} extra={text("rosters:swapHint")}>
        <PeopleSelect projectId={roster.projectId} trade={roster.trade} known={duty.people} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" size="large" loading={set.isPending}>
          {text("rosters:save")}
        </Button>
        {duty.excepted ? (
          <Button size="large" disabled={set.isPending} onClick={() => set.mutate(day)}>
            {text("rosters:asUsual")}
          </Button>
        ) : null}
      </div>
    </Form>
  );
}
