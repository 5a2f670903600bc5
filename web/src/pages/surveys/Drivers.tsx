import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { wholeList } from "../../api/useQueryOf";
import type { Text } from "../../i18n/text";
import { useText } from "../../i18n/useText";
import { useNarrow } from "../../theme/useNarrow";
import { Chart } from "../../ui/Chart";
import { Count } from "../../ui/Count";
import { type Column, DataTable } from "../../ui/DataTable";
import { formatFigure } from "../../ui/format";
import { Panel } from "../../ui/Panel";
import { type Driver, driversOption, placedOf } from "./driversChart";
import { rateOf } from "./figures";
import { Part } from "./Part";
import styles from "./Surveys.module.css";

/** Which dimensions go with the overall answer, and how well they are done: four quadrants, and no causes. */
export function Drivers({ drivers, name }: { drivers: readonly Driver[]; name: string }) {
  const text = useText();
  const { i18n } = useTranslation();
  const placed = placedOf(drivers);
  return (
    <Panel
      title={text("surveys:drivers.title")}
      aside={<strong>{text("surveys:drivers.caution")}</strong>}
      intro={placed.length > 0 ? text("surveys:drivers.intro") : undefined}
    >
      {placed.length > 0 ? (
        <>
          <Quadrants drivers={drivers} name={name} />
          <Part title={text("surveys:drivers.numbers")}>
            <DataTable
              label={text("surveys:drivers.title")}
              columns={columnsOf(text, i18n.language)}
              data={wholeList(drivers)}
              rowKey={(row) => row.dimension}
            />
          </Part>
          <p className={styles.note}>{text("surveys:drivers.few")}</p>
        </>
      ) : (
        <p className={styles.soft}>{text("surveys:drivers.none")}</p>
      )}
    </Panel>
  );
}

function Quadrants({ drivers, name }: { drivers: readonly Driver[]; name: string }) {
  const text = useText();
  const narrow = useNarrow();
  const option = useMemo(
    () =>
      driversOption(
        placedOf(drivers),
        {
          across: text("surveys:drivers.performance"),
          up: text("surveys:drivers.importance"),
          dimension: (dimension) => text(`surveys:question.${dimension}`),
          quadrant: (quadrant) => text(`surveys:drivers.quadrant.${quadrant}`),
        },
        narrow,
      ),
    [drivers, narrow, text],
  );
  return (
    <Chart option={option} height={narrow ? 320 : 380} label={text("surveys:drivers.label", { name })} />
  );
}

const columnsOf = (text: Text, locale: string): Column<Driver>[] => [
  {
    key: "dimension",
    title: text("surveys:field.question"),
    card: "title",
    render: (row) => text(`surveys:question.${row.dimension}`),
  },
  {
    key: "importance",
    title: text("surveys:drivers.importance"),
    align: "right",
    render: ({ importance }) => importance?.toFixed(2) ?? text("common:none"),
  },
  {
    key: "performance",
    title: text("surveys:drivers.performance"),
    align: "right",
    render: ({ performance }) => {
      const score = rateOf(performance);
      return score === null ? text("common:none") : formatFigure(score, "score", locale);
    },
  },
  {
    key: "pairs",
    title: text("surveys:drivers.pairs"),
    align: "right",
    render: ({ pairs }) => <Count of={pairs} />,
  },
  {
    key: "quadrant",
    title: text("surveys:drivers.place"),
    render: ({ quadrant }) =>
      quadrant ? (
        <>
          {text(`surveys:drivers.quadrant.${quadrant}`)}
          <small className={styles.place}>{text(`surveys:drivers.meaning.${quadrant}`)}</small>
        </>
      ) : (
        text("common:none")
      ),
  },
];
