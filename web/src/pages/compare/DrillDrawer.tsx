import type { FigureName } from "@frontdesk/core/figure/words/words";
import { Drawer } from "antd";
import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { formatFigure } from "../../ui/format";
import { formatTime } from "../../ui/time";
import { Breakdown } from "./Breakdown";
import styles from "./Compare.module.css";
import { Corrections } from "./Corrections";
import { type Comparison, formOf, isDrillable, isRate, numberOf, rateOf, unitOf } from "./figures";
import { periodName } from "./period";
import { Records } from "./Records";

/** Which number is looked behind: of one project, or (null) of all together. */
export interface Drilled {
  projectId: string | null;
  name: FigureName;
}

interface DrillDrawerProps {
  data: Comparison;
  drilled: Drilled | null;
  onChange: (drilled: Drilled | null) => void;
}

/** What a number is made of: its two sides, and the records that add up to them. */
export function DrillDrawer({ data, drilled, onChange }: DrillDrawerProps) {
  const text = useText();
  const { i18n } = useTranslation();
  const project = data.projects.find((one) => one.projectId === drilled?.projectId);
  const title = drilled
    ? [project?.name ?? text("compare:total"), periodName(data.period, i18n.language)].join(" · ")
    : null;
  return (
    <Drawer
      open={drilled !== null}
      title={title}
      size="min(760px, 100vw)"
      destroyOnHidden
      onClose={() => onChange(null)}
    >
      {drilled ? <Behind data={data} drilled={drilled} onChange={onChange} /> : null}
    </Drawer>
  );
}

function Behind({ data, drilled, onChange }: DrillDrawerProps & { drilled: Drilled }) {
  const text = useText();
  const { i18n } = useTranslation();
  const zone = useZone();
  const { name, projectId } = drilled;
  const row = data.projects.find((one) => one.projectId === projectId) ?? data.total;
  const value = numberOf(row, name);
  const rate = isRate(name) ? rateOf(row, name) : null;
  const amount = (one: number) => formatFigure(one, isRate(name) ? unitOf(name) : "count", i18n.language);
  return (
    <div className={styles.behind}>
      <div>
        <h2 className={styles.drillName}>{text(`figures:${name}.name`)}</h2>
        <p className={styles.soft}>{text(`figures:${name}.definition`)}</p>
      </div>
      <div className={styles.equation}>
        <div>
          {row.closing ? (
            <span className={styles.soft}>
              {text("compare:closing.then", {
                date: formatTime(row.closing.closedAt, "date", i18n.language, zone),
              })}
            </span>
          ) : null}
          <strong className={styles.big}>
            {value === null ? text("common:none") : formatFigure(value, formOf(name), i18n.language)}
          </strong>
        </div>
        {rate && isRate(name) ? (
          <dl className={styles.sides}>
            <div>
              <dt>{text(`figures:${name}.numerator`)}</dt>
              <dd>{amount(rate.numerator)}</dd>
            </div>
            <div>
              <dt>{text(`figures:${name}.denominator`)}</dt>
              <dd>{amount(rate.denominator)}</dd>
            </div>
          </dl>
        ) : null}
      </div>
      {projectId !== null && row.closing && isDrillable(name) ? (
        <Corrections projectId={projectId} name={name} month={data.period} />
      ) : null}
      {projectId === null ? (
        <Breakdown data={data} name={name} onDrill={(id) => onChange({ projectId: id, name })} />
      ) : null}
      {projectId !== null && isDrillable(name) ? (
        <Records projectId={projectId} name={name} period={data.period} />
      ) : null}
      {projectId !== null && !isDrillable(name) ? (
        <p className={styles.soft}>{text("compare:drill.notListed")}</p>
      ) : null}
    </div>
  );
}
