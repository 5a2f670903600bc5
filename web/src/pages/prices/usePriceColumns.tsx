import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import type { Column } from "../../ui/DataTable";
import { Money } from "../../ui/Money";
import { StatusTag } from "../../ui/StatusTag";
import styles from "./Prices.module.css";
import type { Price } from "./price";

/** The columns of a price list; without `onChange` it is read alone. */
export function usePriceColumns(onChange: ((price: Price) => void) | undefined): Column<Price>[] {
  const text = useText();
  const english = useTranslation().i18n.language === "en";
  const columns: Column<Price>[] = [
    {
      key: "name",
      title: text("prices:field.name"),
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
      key: "price",
      title: text("prices:field.price"),
      align: "right",
      render: ({ unitFen, unit }) => (
        <span>
          <Money fen={unitFen} /> <span className={styles.soft}>/ {text(`prices:unit.${unit}`)}</span>
        </span>
      ),
    },
    {
      key: "material",
      title: text("prices:field.materials"),
      card: "none",
      render: ({ part, materialExtra }) =>
        part === "material" ? text("common:none") : text(materialExtra ? "prices:extra" : "prices:included"),
    },
    {
      key: "days",
      title: text("prices:field.days"),
      card: "none",
      render: ({ from, to }) =>
        from || to ? (
          <span className="fd-number">
            {from ?? "…"} – {to ?? "…"}
          </span>
        ) : (
          text("prices:always")
        ),
    },
    {
      key: "state",
      title: text("prices:field.state"),
      card: "aside",
      render: ({ disabled, holds, own }) => (
        <span className={styles.tags}>
          {disabled ? <StatusTag tone="neutral">{text("prices:disabled")}</StatusTag> : null}
          {disabled || holds ? null : <StatusTag tone="warn">{text("prices:notNow")}</StatusTag>}
          {own ? <StatusTag tone="active">{text("prices:own")}</StatusTag> : null}
        </span>
      ),
    },
  ];
  if (!onChange) return columns;
  return [
    ...columns,
    {
      key: "deeds",
      title: text("prices:field.deeds"),
      align: "right",
      render: (row) => (
        <span className={styles.deeds}>
          <Button onClick={() => onChange(row)}>{text("prices:edit")}</Button>
        </span>
      ),
    },
  ];
}
