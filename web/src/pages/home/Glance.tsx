import type { FigureName } from "@frontdesk/core/figure/words/words";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useZone } from "../../session/zone";
import { ErrorState } from "../../ui/ErrorState";
import { Figure } from "../../ui/Figure";
import { Panel } from "../../ui/Panel";
import { formatTime } from "../../ui/time";
import { formOf, isHidden, numberOf, type Row } from "../compare/figures";
import styles from "./Today.module.css";

/** What the firm answers for, satisfaction and collection before all. */
const names = ["satisfied", "yearToDate", "arrearsRecovery", "completionOnTime", "callbackIn24h"] as const;

/** How this year stands, of the project chosen above or of all; the way to the comparison. */
export function Glance() {
  const text = useText();
  const { i18n } = useTranslation();
  const { projectId } = useProjectScope();
  const year = formatTime(new Date().toISOString(), "date", i18n.language, useZone()).slice(0, 4);
  const { data, error, isPending, refetch } = useQueryOf("GET /figures/comparison", { period: year });
  const row = data?.projects.find((project) => project.projectId === projectId) ?? data?.total;
  return (
    <div className={styles.wide}>
      <Panel
        title={text("home:glance.title", { year })}
        aside={
          <Link to="/compare" search={{ period: year }}>
            {text("home:glance.all")}
          </Link>
        }
      >
        {isPending ? <p className={styles.soft}>{text("common:loading")}</p> : null}
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {row ? (
          <dl className={styles.tiles}>
            {names.map((name) => (
              <Tile key={name} row={row} name={name} />
            ))}
          </dl>
        ) : null}
      </Panel>
    </div>
  );
}

function Tile({ row, name }: { row: Row; name: FigureName }) {
  const text = useText();
  const label = text(`figures:${name}.name`);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {isHidden(row, name) ? (
          <span className={styles.soft}>{text("compare:hidden")}</span>
        ) : (
          <Figure size="tile" kind={formOf(name)} label={label} value={numberOf(row, name)} />
        )}
      </dd>
    </div>
  );
}
