import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useText } from "../../i18n/useText";
import { useNarrow } from "../../theme/useNarrow";
import { Chart } from "../../ui/Chart";
import { Panel } from "../../ui/Panel";
import styles from "./Compare.module.css";
import type { Comparison } from "./figures";
import { quadrantOption, quadrantsOf } from "./quadrant";

/** Satisfaction against collection: who is ahead in both, and where to look first. */
export function QuadrantPanel({ data }: { data: Comparison }) {
  const text = useText();
  const narrow = useNarrow();
  const quadrants = useMemo(() => quadrantsOf(data), [data]);
  const option = useMemo(
    () =>
      quadrantOption(
        quadrants,
        { across: text("figures:yearToDate.name"), up: text("figures:satisfied.name") },
        narrow,
      ),
    [quadrants, narrow, text],
  );
  const { points, missing } = quadrants;
  return (
    <Panel
      title={text("compare:chart.title")}
      intro={points.length > 0 ? text("compare:chart.intro") : undefined}
    >
      {points.length > 0 ? (
        <Chart
          option={option}
          height={narrow ? 300 : 380}
          label={text("compare:chart.label", { count: points.length })}
        />
      ) : (
        <NothingDrawn period={data.period} />
      )}
      {points.length > 0 && missing > 0 ? (
        <p className={styles.soft}>{text("compare:chart.missing", { count: missing })}</p>
      ) : null}
    </Panel>
  );
}

/** Most months see no survey begin: the year has one. */
function NothingDrawn({ period }: { period: string }) {
  const text = useText();
  const year = period.slice(0, 4);
  return (
    <p className={styles.soft}>
      {text("compare:chart.empty")}{" "}
      {period === year ? null : (
        <Link to="/compare" search={{ period: year }}>
          {text("compare:chart.year", { year })}
        </Link>
      )}
    </p>
  );
}
