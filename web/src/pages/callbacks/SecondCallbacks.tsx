import { Button } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../api/contract";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Sheet } from "../../ui/Sheet";
import { When } from "../../ui/When";
import styles from "./Callbacks.module.css";
import { SecondSheet } from "./SecondSheet";
import { useSharedColumns } from "./useCallbackColumns";

export type SecondRow = OutputOf<"GET /callbacks/second">["items"][number];

/** The month's sample that headquarters calls once more. */
export function SecondCallbacks() {
  const text = useText();
  const data = usePagesOf("GET /callbacks/second", { limit: 50 });
  const [called, setCalled] = useState<SecondRow | null>(null);
  return (
    <>
      <p className={styles.intro}>{text("callbacks:second.intro")}</p>
      <DataTable
        label={text("callbacks:filter.second")}
        columns={useSecondColumns(setCalled)}
        data={data}
        rowKey={(row) => `${row.ticketId}${row.completion}`}
        empty={
          <EmptyState title={text("callbacks:second.empty")}>{text("callbacks:second.emptyHint")}</EmptyState>
        }
      />
      <Sheet open={called !== null} title={text("callbacks:second.record")} onClose={() => setCalled(null)}>
        {called ? <SecondSheet second={called} onDone={() => setCalled(null)} /> : null}
      </Sheet>
    </>
  );
}

function useSecondColumns(record: (row: SecondRow) => void): Column<SecondRow>[] {
  const text = useText();
  const { who, phone, about, outcome, tries } = useSharedColumns<SecondRow>();
  return [
    who,
    phone,
    {
      key: "due",
      title: text("callbacks:second.until"),
      render: (row) => <When at={row.dueAt} form="minute" />,
    },
    about,
    outcome,
    tries,
    {
      key: "record",
      title: text("callbacks:field.action"),
      render: (row) =>
        row.ownWork ? (
          <span className={styles.soft}>{text("callbacks:second.ownWork")}</span>
        ) : (
          <Button onClick={() => record(row)}>{text("callbacks:second.record")}</Button>
        ),
    },
  ];
}
