import { Alert } from "antd";
import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { formatFen } from "../../ui/format";
import { Money } from "../../ui/Money";
import styles from "./Fees.module.css";

type Preview = OutputOf<"GET /projects/{projectId}/billing-runs/preview">;

/** What a run would make: how many bills, how much, by which standards, and whom it leaves out. */
export function RunPreview({ preview, stale }: { preview: Preview; stale: boolean }) {
  const text = useText();
  return (
    <div aria-live="polite" aria-busy={stale} className={styles.gap} style={{ opacity: stale ? 0.5 : 1 }}>
      <dl className={`${styles.facts} ${styles.gap}`}>
        <div>
          <dt>{text("fees:field.bills")}</dt>
          <dd className={styles.big}>
            {text("fees:runs.ofHouses", { bills: preview.bills, count: preview.houses })}
          </dd>
        </div>
        <div>
          <dt>{text("fees:field.sum")}</dt>
          <dd className={styles.big}>
            <Money fen={preview.sum} />
          </dd>
        </div>
        {preview.developerBills > 0 ? (
          <div>
            <dt>{text("fees:runs.developer")}</dt>
            <dd>
              {text("fees:runs.developerSum", {
                count: preview.developerBills,
                sum: formatFen(preview.developerSum),
              })}
            </dd>
          </div>
        ) : null}
        <div>
          <dt>{text("fees:tab.standards")}</dt>
          {preview.standards.map((one) => (
            <dd key={one.standardId}>
              {one.item} {text("fees:perM2", { price: formatFen(one.fenPerM2) })}
            </dd>
          ))}
          {preview.standards.length === 0 ? <dd>{text("common:none")}</dd> : null}
        </div>
      </dl>
      <LeftOut preview={preview} />
    </div>
  );
}

function LeftOut({ preview }: { preview: Preview }) {
  const text = useText();
  const reasons = [
    preview.withoutStandard > 0
      ? text("fees:runs.withoutStandard", { count: preview.withoutStandard })
      : null,
    preview.alreadyBilled > 0 ? text("fees:runs.alreadyBilled", { count: preview.alreadyBilled }) : null,
    preview.withoutArea > 0
      ? text("fees:runs.withoutArea", {
          count: preview.withoutArea,
          codes: preview.withoutAreaCodes.slice(0, 10).join(text("fees:listSeparator")),
        })
      : null,
  ].filter((reason) => reason !== null);
  if (reasons.length === 0) return null;
  return (
    <Alert
      type={preview.withoutArea > 0 || preview.withoutStandard > 0 ? "warning" : "info"}
      showIcon
      title={text("fees:runs.leftOut")}
      description={
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      }
    />
  );
}
