import { ArrowDownOutlined, ArrowUpOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import type { Column } from "../../ui/DataTable";
import { StatusTag } from "../../ui/StatusTag";
import type { Category } from "../tickets/useCategories";
import styles from "./Categories.module.css";
import type { useCategorySettings } from "./useCategorySettings";
import { projectKinds } from "./words";

/** The columns of the categories of one kind. */
export function useCategoryColumns(
  all: readonly Category[],
  onChange: (category: Category) => void,
  order: ReturnType<typeof useCategorySettings>["order"],
): Column<Category>[] {
  const text = useText();
  const english = useTranslation().i18n.language === "en";
  return [
    {
      key: "name",
      title: text("categories:field.name"),
      card: "title",
      render: ({ names }) => {
        const [first, second] = english ? [names.en, names["zh-CN"]] : [names["zh-CN"], names.en];
        return (
          <span>
            <strong>{first}</strong> <span className={styles.soft}>{second === first ? null : second}</span>
          </span>
        );
      },
    },
    {
      key: "state",
      title: text("categories:field.state"),
      card: "aside",
      render: ({ retired, urgent, added }) => (
        <span className={styles.tags}>
          {retired ? <StatusTag tone="neutral">{text("categories:retired")}</StatusTag> : null}
          {urgent ? <StatusTag tone="bad">{text("tickets:urgency.urgent")}</StatusTag> : null}
          {added ? <StatusTag tone="good">{text("categories:added")}</StatusTag> : null}
        </span>
      ),
    },
    {
      key: "trade",
      title: text("categories:field.trade"),
      render: ({ trade }) => text(`tickets:trade.${trade}`),
    },
    {
      key: "offered",
      title: text("categories:field.projectKinds"),
      render: ({ projectKinds: offered }) =>
        offered.length === projectKinds.length
          ? text("categories:everywhere")
          : projectKinds
              .filter((one) => offered.includes(one))
              .map((one) => text(`projects:kind.${one}`))
              .join(text("categories:and")),
    },
    {
      key: "deeds",
      title: text("categories:field.deeds"),
      align: "right",
      render: (row) => {
        const at = all.indexOf(row);
        return (
          <span className={styles.deeds}>
            <Button
              aria-label={text("categories:up", { name: english ? row.names.en : row.names["zh-CN"] })}
              icon={<ArrowUpOutlined />}
              disabled={at <= 0 || !order}
              onClick={() => order?.(all, at, -1)}
            />
            <Button
              aria-label={text("categories:down", { name: english ? row.names.en : row.names["zh-CN"] })}
              icon={<ArrowDownOutlined />}
              disabled={at === all.length - 1 || !order}
              onClick={() => order?.(all, at, 1)}
            />
            <Button onClick={() => onChange(row)}>{text("categories:edit")}</Button>
          </span>
        );
      },
    },
  ];
}
