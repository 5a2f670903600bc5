import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import type { OutputOf } from "../../api/contract";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { useProjectNameInList } from "../../session/useProjectName";
import type { Column } from "../../ui/DataTable";
import { StatusTag } from "../../ui/StatusTag";
import { useNow } from "../../ui/useNow";
import { When } from "../../ui/When";
import { callbackClock } from "../tickets/clock";
import { DueClock } from "../tickets/DueClock";
import { TicketKind } from "../tickets/TicketKind";
import type { Called } from "./CallbackAbout";
import styles from "./Callbacks.module.css";

export type CallbackRow = OutputOf<"GET /callbacks">["items"][number];
type Tried = Called & Pick<CallbackRow, "tries" | "nextAt">;

/** The columns that the worklists of first and of second callbacks have alike. */
export function useSharedColumns<T extends Tried>() {
  const text = useText();
  const projectName = useProjectNameInList();
  const who: Column<T> = {
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
  };
  const phone: Column<T> = {
    key: "phone",
    title: text("callbacks:field.phone"),
    render: (row) => (row.reporterPhone ? <PhoneLink phone={row.reporterPhone} /> : text("common:none")),
  };
  const about: Column<T> = {
    key: "about",
    title: text("tickets:field.kind"),
    render: (row) => (
      <>
        <TicketKind kind={row.kind} category={row.category} />
        {row.paid ? <StatusTag tone="neutral">{text("callbacks:paid")}</StatusTag> : null}
      </>
    ),
  };
  const outcome: Column<T> = {
    key: "outcome",
    title: text("callbacks:field.done"),
    width: 240,
    render: (row) => <span className={styles.outcome}>{row.outcome}</span>,
  };
  const tries: Column<T> = {
    key: "tries",
    title: text("callbacks:field.tries"),
    render: (row) => (
      <>
        {text("callbacks:tries", { count: row.tries })}
        {row.nextAt ? (
          <div className={styles.project}>
            {text("callbacks:nextAt")} <When at={row.nextAt} />
          </div>
        ) : null}
      </>
    ),
  };
  return { who, phone, about, outcome, tries };
}

/** The columns of the callback worklist; `record` opens the form for one of them. */
export function useCallbackColumns(record: (row: CallbackRow) => void): Column<CallbackRow>[] {
  const text = useText();
  const now = useNow(true);
  const { who, phone, about, outcome, tries } = useSharedColumns<CallbackRow>();
  return [
    who,
    phone,
    {
      key: "due",
      title: text("tickets:field.due"),
      render: (row) => <DueClock clock={callbackClock(row.completedAt, row.dueAt, now)} bare />,
    },
    {
      ...about,
      render: (row) => (
        <>
          {about.render(row)}
          {row.also.length > 0 ? (
            <div className={styles.project}>{text("callbacks:also", { count: row.also.length })}</div>
          ) : null}
        </>
      ),
    },
    outcome,
    tries,
    {
      key: "record",
      title: text("callbacks:field.action"),
      render: (row) =>
        [row, ...row.also].every((one) => one.ownWork) ? (
          <span className={styles.soft}>{text("callbacks:ownWork")}</span>
        ) : (
          <Button onClick={() => record(row)}>{text("callbacks:record")}</Button>
        ),
    },
  ];
}
