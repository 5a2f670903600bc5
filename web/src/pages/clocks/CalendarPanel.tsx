import type { Calendar } from "@frontdesk/core/calendar/calendar";
import { Button, Form, Input } from "antd";
import { useText } from "../../i18n/useText";
import { ErrorState } from "../../ui/ErrorState";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import styles from "./Clocks.module.css";
import { calendarOf, datesOf, shiftsOf, type Written, weekdays, writtenOf } from "./schedule";
import { useCalendar } from "./useOwn";

/** Which hours are worked: shifts of the week, days off, and make-up days. */
export function CalendarPanel({ projectId }: { projectId: string | undefined }) {
  const text = useText();
  const { query, save, saving, drop } = useCalendar(projectId);
  if (!query.data) {
    if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
    return <PageSkeleton />;
  }
  const { calendar, of, zone } = query.data;
  return (
    <Panel
      width="form"
      title={text("clocks:hours")}
      intro={`${text(`clocks:hoursOf.${of}`)} ${text("clocks:hoursIntro", { zone, ...examples })}`}
    >
      <CalendarForm
        key={JSON.stringify(calendar)}
        calendar={calendar}
        saving={saving}
        onSave={save}
        onDrop={drop}
      />
    </Panel>
  );
}

interface CalendarFormProps {
  calendar: Calendar;
  saving: boolean;
  onSave: (calendar: Calendar) => void;
  /** Follows the firm's hours again. */
  onDrop: (() => void) | undefined;
}

const examples = { shifts: "09:00-12:00, 13:00-18:00", night: "22:00-06:00" };
const lines = { minRows: 3, maxRows: 10 };

function CalendarForm({ calendar, saving, onSave, onDrop }: CalendarFormProps) {
  const text = useText();
  const rule = (reads: (value: string) => unknown, message: string) => ({
    validator: (_: unknown, value = "") =>
      reads(value) ? Promise.resolve() : Promise.reject(new Error(message)),
  });
  return (
    <Form<Written>
      layout="vertical"
      initialValues={writtenOf(calendar)}
      onFinish={(written) => onSave(calendarOf(written))}
    >
      {weekdays.map((day) => (
        <Form.Item
          key={day}
          name={["week", day]}
          label={text(`clocks:day.${day}`)}
          rules={[rule(shiftsOf, text("clocks:rule.shifts", { example: examples.night }))]}
        >
          <Input placeholder={text("clocks:dayOff")} maxLength={100} autoComplete="off" />
        </Form.Item>
      ))}
      <Form.Item
        name="holidays"
        label={text("clocks:holidays")}
        extra={text("clocks:datesHint")}
        rules={[rule(datesOf, text("clocks:rule.dates"))]}
      >
        <Input.TextArea autoSize={lines} placeholder="2026-10-01~2026-10-07" />
      </Form.Item>
      <Form.Item
        name="makeUpDays"
        label={text("clocks:makeUpDays")}
        extra={text("clocks:makeUpHint")}
        rules={[rule(datesOf, text("clocks:rule.dates"))]}
      >
        <Input.TextArea autoSize={lines} placeholder="2026-10-10" />
      </Form.Item>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={saving}>
          {text("clocks:save")}
        </Button>
        {onDrop ? <Button onClick={onDrop}>{text("clocks:followFirm")}</Button> : null}
      </div>
    </Form>
  );
}
