import { Link } from "@tanstack/react-router";
import { Input } from "antd";
import { useDeferredValue, useState } from "react";
import type { OutputOf } from "../../api/contract";
import { usePagesOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCanOpen } from "../../nav/useNavigation";
import { type Column, DataTable } from "../../ui/DataTable";
import { EmptyState } from "../../ui/EmptyState";
import { Area } from "./Area";
import { beginningOf } from "./beginning";
import styles from "./Houses.module.css";
import { Occupancy } from "./Occupancy";

type Row = OutputOf<"GET /projects/{projectId}/houses">["items"][number];

/** The houses of a project by code, narrowed to a building or a unit. */
export function HouseList({ project }: { project: { projectId: string; name: string } }) {
  const text = useText();
  const [typed, setTyped] = useState("");
  const begins = useDeferredValue(beginningOf(typed));
  const data = usePagesOf("GET /projects/{projectId}/houses", {
    projectId: project.projectId,
    ...(begins && { begins }),
    limit: 50,
  });
  return (
    <section className={styles.list}>
      <header className={styles.listHead}>
        <h2 className={styles.listTitle}>{text("houses:list.title", { project: project.name })}</h2>
        <Input
          className={styles.narrow}
          allowClear
          maxLength={30}
          value={typed}
          aria-label={text("houses:list.narrow")}
          placeholder={text("houses:list.narrowHint")}
          onChange={(event) => setTyped(event.target.value)}
        />
      </header>
      <DataTable
        key={begins}
        label={text("houses:list.title", { project: project.name })}
        columns={useColumns()}
        data={data}
        rowKey={(row) => row.houseId}
        empty={begins ? <EmptyState title={text("houses:list.nothing", { begins })} /> : <NoHouses />}
      />
    </section>
  );
}

function NoHouses() {
  const text = useText();
  const canOpen = useCanOpen();
  return (
    <EmptyState
      title={text("houses:list.none")}
      action={
        canOpen("/import") ? (
          <Link to="/import" className="fd-button-link fd-primary">
            {text("houses:import")}
          </Link>
        ) : null
      }
    >
      {text("houses:list.noneBody")}
    </EmptyState>
  );
}

function useColumns(): Column<Row>[] {
  const text = useText();
  return [
    {
      key: "code",
      title: text("houses:field.code"),
      card: "title",
      render: (row) => (
        <Link to="/houses/$houseId" params={{ houseId: row.houseId }} className="fd-number">
          {row.code}
        </Link>
      ),
    },
    {
      key: "occupancy",
      title: text("houses:field.occupancy"),
      card: "aside",
      render: (row) => <Occupancy occupancy={row.occupancy} />,
    },
    {
      key: "area",
      title: text("houses:field.area"),
      align: "right",
      render: (row) => <Area hundredths={row.areaHundredths} />,
    },
    {
      key: "handover",
      title: text("houses:field.handoverDate"),
      render: (row) => row.handoverDate ?? text("common:none"),
    },
    {
      key: "note",
      title: text("houses:field.note"),
      card: "none",
      render: (row) => <span className={styles.clipped}>{row.note}</span>,
    },
  ];
}
