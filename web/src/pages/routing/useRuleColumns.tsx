import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import type { Column } from "../../ui/DataTable";
import { StatusTag } from "../../ui/StatusTag";
import { targetOf } from "../clocks/words";
import { useCategories } from "../tickets/useCategories";
import styles from "./Routing.module.css";
import type { Row } from "./useRouting";
import { handsOf, projectsOf, whenOf } from "./words";

type Placed = Row & { place: number; last: boolean };

/** The columns of the rules, each with its place in the order. */
export function useRuleColumns(
  onChange: (place: number) => void,
  swap: ((one: number, other: number) => void) | undefined,
): Column<Placed>[] {
  const text = useText();
  const { nameOf } = useCategories();
  const { projects } = useProjectScope();
  return [
    {
      key: "name",
      title: text("routing:field.name"),
      card: "title",
      render: ({ place, name }) => (
        <strong>
          <span className="fd-number">{place + 1}</span> {name}
        </strong>
      ),
    },
    {
      key: "what",
      title: text("routing:field.what"),
      render: ({ kind, category }) => targetOf({ kind, category }, text, nameOf),
    },
    {
      key: "where",
      title: text("routing:field.where"),
      render: (row) => projectsOf(row, projects, text),
    },
    { key: "when", title: text("routing:field.when"), render: ({ when }) => whenOf(when, text) },
    {
      key: "to",
      title: text("routing:field.to"),
      render: (row) => (
        <>
          {handsOf(row, text)}{" "}
          {row.fault ? <StatusTag tone="bad">{text(`routing:fault.${row.fault}`)}</StatusTag> : null}
        </>
      ),
    },
    {
      key: "deeds",
      title: text("routing:field.deeds"),
      align: "right",
      render: ({ place, last, name }) => (
        <span className={styles.deeds}>
          <Button
            aria-label={text("routing:up", { name })}
            icon={<ArrowUpOutlined />}
            disabled={place === 0 || !swap}
            onClick={() => swap?.(place, place - 1)}
          />
          <Button
            aria-label={text("routing:down", { name })}
            icon={<ArrowDownOutlined />}
            disabled={last || !swap}
            onClick={() => swap?.(place, place + 1)}
          />
          <Button onClick={() => onChange(place)}>{text("routing:edit")}</Button>
        </span>
      ),
    },
  ];
}
