import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { OutputOf } from "../../api/contract";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";
import type { Column } from "../../ui/DataTable";
import { useNow } from "../../ui/useNow";
import { When } from "../../ui/When";
import { callbackClock } from "../tickets/clock";
import { DueClock } from "../tickets/DueClock";
import { TicketKind } from "../tickets/TicketKind";
import styles from "./Callbacks.module.css";

export type CallbackRow = OutputOf<"GET /callbacks">["items"][number];

/** The columns of the callback worklist; `record` opens the form for one of them. */
export function useCallbackColumns(record: (row: CallbackRow) => void): Column<CallbackRow>[] {
  const text = useText();
  const now = useNow(true);
  const projectName = useProjectNameInList();
  return [
    {
      key: "who",
      title: text("callbacks:field.who"),
      card: "title",
      render: (row) => (
        <>
          <Link to="/tickets/$ticketId" params={{ ticketId: row.ticketId }}>
            {row.houseCode ?? text("tickets:publicArea")} · {row.reporterName}
          </Link>
          <div className={styles.project}>{projectName(row.projectId)}</div>
        </>
      ),
    },
    {
      key: "phone",
      title: text("callbacks:field.phone"),
      render: (row) => (row.reporterPhone ? <PhoneLink phone={row.reporterPhone} /> : text("common:none")),
    },
    {
      key: "due",
      title: text("tickets:field.due"),
      render: (row) => <DueClock clock={callbackClock(row.completedAt, row.dueAt, now)} bare />,
    },
    {
      key: "about",
      title: text("tickets:field.kind"),
      render: (row) => <TicketKind kind={row.kind} category={row.category} />,
    },
    {
      key: "outcome",
      title: text("callbacks:field.done"),
      width: 240,
      render: (row) => <span className={styles.outcome}>{row.outcome}</span>,
    },
    {
      key: "tries",
      title: text("callbacks:field.tries"),
      render: (row) => (
        <>
          {text("callbacks:tries", { count: row.tries })}
          {row.nextAt ? (
            <>
              {" · "}
              {text("callbacks:nextAt")} <When at={row.nextAt} />
            </>
          ) : null}
        </>
      ),
    },
    {
      key: "record",
      title: text("callbacks:field.action"),
      render: (row) =>
        row.ownWork ? (
          <span className={styles.soft}>{text("callbacks:ownWork")}</span>
        ) : (
          <Button onClick={() => record(row)}>{text("callbacks:record")}</Button>
        ),
    },
  ];
}
