import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { type ItemOf, usePagesOf } from "../../api/useQueryOf";
import type { Text } from "../../i18n/text";
import { useText } from "../../i18n/useText";
import { Chips } from "../../ui/Chips";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Money } from "../../ui/Money";
import styles from "./Fees.module.css";

type Owing = ItemOf<"GET /projects/{projectId}/owing">;

const route = getRouteApi("/app/fees");

/** Who owes in a project: for those who collect. */
export function OwingList({ projectId }: { projectId: string }) {
  const text = useText();
  const search = route.useSearch();
  const { sort = "amount", of = "resident" } = search;
  const navigate = useNavigate();
  const owing = usePagesOf("GET /projects/{projectId}/owing", { projectId, sort, debtor: of });
  const columns = useMemo(() => columnsOf(text), [text]);
  return (
    <>
      <div className={styles.bar}>
        <Chips
          label={text("fees:owing.order")}
          value={sort}
          options={(["amount", "age"] as const).map((value) => ({
            value,
            label: text(`fees:owing.sort.${value}`),
          }))}
          onChange={(value) =>
            void navigate({ to: "/fees", search: { ...search, sort: value === "age" ? value : undefined } })
          }
        />
        <Chips
          label={text("fees:owing.whose")}
          value={of}
          options={(["resident", "developer"] as const).map((value) => ({
            value,
            label: text(`fees:debtor.${value}`),
          }))}
          onChange={(value) =>
            void navigate({
              to: "/fees",
              search: { ...search, of: value === "developer" ? value : undefined },
            })
          }
        />
      </div>
      <DataTable
        label={text("fees:tab.owing")}
        columns={columns}
        data={owing}
        rowKey={(row) => row.houseId}
        empty={<EmptyState title={text("fees:owing.none")}>{text("fees:owing.noneBody")}</EmptyState>}
      />
    </>
  );
}

const columnsOf = (text: Text): Column<Owing>[] => [
  {
    key: "house",
    title: text("fees:field.house"),
    card: "title",
    render: (row) => (
      <Link
        to="/fees/houses/$houseId"
        params={{ houseId: row.houseId }}
        search={row.debtor === "developer" ? { of: row.debtor } : {}}
      >
        {row.houseCode}
        {row.paused ? <span className={styles.pausedMark}>{text("complaints:dunning.mark")}</span> : null}
      </Link>
    ),
  },
  {
    key: "outstanding",
    title: text("fees:field.outstanding"),
    align: "right",
    card: "aside",
    render: (row) => (
      <strong>
        <Money fen={row.outstanding} />
      </strong>
    ),
  },
  {
    key: "overdue",
    title: text("fees:field.overdue"),
    align: "right",
    render: (row) => <Money fen={row.overdue} />,
  },
  {
    key: "oldest",
    title: text("fees:field.oldestDue"),
    render: (row) => <span className="fd-number">{row.oldestDueOn ?? text("common:none")}</span>,
  },
  { key: "bills", title: text("fees:field.openBills"), align: "right", render: (row) => row.bills },
  {
    key: "credit",
    title: text("fees:field.credit"),
    align: "right",
    card: "none",
    render: (row) => (row.credit > 0 ? <Money fen={row.credit} /> : text("common:none")),
  },
];
