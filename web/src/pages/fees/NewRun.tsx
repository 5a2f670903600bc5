import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Switch } from "antd";
import { useState } from "react";
import { ApiError } from "../../api/error";
import { useCommand } from "../../api/useCommand";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { DayInput, MonthInput } from "../../ui/DayInput";
import { ErrorState } from "../../ui/ErrorState";
import { formatFen } from "../../ui/format";
import { Panel } from "../../ui/Panel";
import { useTellFailure } from "../../ui/useTellFailure";
import styles from "./Fees.module.css";
import { feeLists } from "./feeLists";
import { RunPreview } from "./RunPreview";
import { monthsAfter, useToday } from "./today";

/** Months that can be billed, counted from the present one, as the server has them. */
const farthest = { back: 60, ahead: 13 };

const preview = "GET /projects/{projectId}/billing-runs/preview";

/** Bills for a month: choose it, look at what would be made, confirm. */
export function NewRun({ projectId, onDone }: { projectId: string; onDone: () => void }) {
  const text = useText();
  const month = useToday().slice(0, 7);
  const tellFailure = useTellFailure();
  const queryClient = useQueryClient();
  const [period, setPeriod] = useState<string | undefined>(month);
  const [dueOn, setDueOn] = useState<string>();
  const [notify, setNotify] = useState(true);
  const query = useQueryOf(
    preview,
    { projectId, period: period ?? "", dueOn },
    { enabled: period !== undefined },
  );
  const start = useCommand("POST /projects/{projectId}/billing-runs", {
    changes: feeLists,
    onSuccess: onDone,
    onFailure: (error) => {
      if (!(error instanceof ApiError) || error.field !== "expect") return false;
      void queryClient.invalidateQueries({ queryKey: [preview] });
      tellFailure(new ApiError({ status: 409, code: "conflict", message: text("fees:runs.changed") }));
      return true;
    },
  });
  const made = query.isFetching ? undefined : query.data;
  return (
    <Panel title={text("fees:runs.add")} intro={text("fees:runs.addIntro")}>
      <Form layout="vertical">
        <div className={styles.facts}>
          <Form.Item label={text("fees:field.period")} htmlFor="run-period">
            <MonthInput
              id="run-period"
              value={period}
              min={monthsAfter(month, -farthest.back)}
              max={monthsAfter(month, farthest.ahead)}
              onChange={(value) => {
                setPeriod(value);
                setDueOn(undefined);
              }}
            />
          </Form.Item>
          <Form.Item label={text("fees:field.dueOn")} htmlFor="run-due" extra={text("fees:runs.dueHint")}>
            <DayInput
              id="run-due"
              value={dueOn ?? query.data?.dueOn}
              min={period ? `${period}-01` : undefined}
              clearable={dueOn !== undefined}
              onChange={setDueOn}
            />
          </Form.Item>
          <Form.Item
            label={text("fees:runs.notify")}
            htmlFor="run-notify"
            extra={text("fees:runs.notifyHint")}
          >
            <Switch id="run-notify" checked={notify} onChange={setNotify} />
          </Form.Item>
        </div>
      </Form>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.data && !query.error ? <RunPreview preview={query.data} stale={query.isFetching} /> : null}
      <div className={styles.submit}>
        <Button onClick={onDone}>{text("common:cancel")}</Button>
        <Button
          type="primary"
          disabled={!made || made.bills === 0 || query.isError}
          loading={start.isPending || query.isFetching}
          onClick={() =>
            made &&
            start.mutate({
              projectId,
              period: made.period,
              dueOn: made.dueOn,
              notify,
              expect: { bills: made.bills, sum: made.sum },
            })
          }
        >
          {made
            ? text("fees:runs.confirm", { count: made.bills, sum: formatFen(made.sum) })
            : text("fees:runs.counting")}
        </Button>
      </div>
    </Panel>
  );
}
