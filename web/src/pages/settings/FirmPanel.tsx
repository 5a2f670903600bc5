import { Typography } from "antd";
import type { OutputOf } from "../../api/contract";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { ErrorState } from "../../ui/ErrorState";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { CallbackPolicy } from "./CallbackPolicy";
import { FirmForm } from "./FirmForm";
import styles from "./Settings.module.css";

export type Firm = OutputOf<"GET /tenant">;

/** The firm and its callbacks: to be changed by who may, to be read by the others. */
export function FirmPanel() {
  const text = useText();
  const manages = useCan("tenant.manage");
  const firm = useQueryOf("GET /tenant", {});
  if (!firm.data) {
    if (firm.error) return <ErrorState error={firm.error} onRetry={() => void firm.refetch()} />;
    return <PageSkeleton />;
  }
  return (
    <>
      <Panel width="form" title={text("settings:firm.title")}>
        {manages ? <FirmForm firm={firm.data} /> : <FirmFacts firm={firm.data} />}
        {manages ? <FirmId tenantId={firm.data.tenantId} /> : null}
      </Panel>
      <CallbackPolicy firm={firm.data} />
    </>
  );
}

function FirmFacts({ firm }: { firm: Firm }) {
  const text = useText();
  return (
    <dl className={styles.facts}>
      <dt>{text("settings:firm.name")}</dt>
      <dd>{firm.name}</dd>
      <dt>{text("settings:firm.signature")}</dt>
      <dd>{firm.signature || firm.name}</dd>
      <dt>{text("settings:firm.locale")}</dt>
      <dd>{text(`common:language.${firm.locale}`)}</dd>
      <dt>{text("settings:firm.zone")}</dt>
      <dd>{firm.zone}</dd>
    </dl>
  );
}

function FirmId({ tenantId }: Pick<Firm, "tenantId">) {
  const text = useText();
  return (
    <div className={styles.id}>
      <span className={styles.label}>{text("settings:firm.id")}</span>
      <Typography.Text
        code
        copyable={{ text: tenantId, tooltips: [text("settings:copy"), text("settings:copied")] }}
      >
        {tenantId}
      </Typography.Text>
      <p className={styles.soft}>{text("settings:firm.idHint")}</p>
      <Typography.Text
        code
        copyable={{
          text: `npm run recount -- --tenant ${tenantId}`,
          tooltips: [text("settings:copy"), text("settings:copied")],
        }}
      >
        {`npm run recount -- --tenant ${tenantId}`}
      </Typography.Text>
    </div>
  );
}
