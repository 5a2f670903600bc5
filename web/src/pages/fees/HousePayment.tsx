import { Button } from "antd";
import type { OutputOf } from "../../api/contract";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useProjectName } from "../../session/useProjectName";
import { Chips } from "../../ui/Chips";
import { ErrorState } from "../../ui/ErrorState";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { ArrearsFacts } from "./ArrearsFacts";
import styles from "./Fees.module.css";
import { PaymentForm } from "./PaymentForm";

interface HousePaymentProps {
  houseId: string;
  /** Whose debts are paid; without it the developer's for a house not sold yet, else the residents'. */
  of?: "developer";
  onDone: (payment: OutputOf<"POST /payments">) => void;
  onOther: () => void;
  onWhose: (of: "developer" | undefined) => void;
}

/** What a house owes, and the payment that comes in for it. */
export function HousePayment({ houseId, of, onDone, onOther, onWhose }: HousePaymentProps) {
  const text = useText();
  const house = useQueryOf("GET /houses/{houseId}", { houseId });
  const projectName = useProjectName();
  const debtor = of ?? "resident";
  const arrears = useQueryOf("GET /houses/{houseId}/arrears", { houseId, debtor });
  const developer = useQueryOf("GET /houses/{houseId}/arrears", { houseId, debtor: "developer" });
  const error = house.error ?? arrears.error;
  if (error)
    return (
      <ErrorState error={error} onRetry={() => void Promise.all([house.refetch(), arrears.refetch()])} />
    );
  if (!house.data || !arrears.data) return <PageSkeleton />;
  const people = house.data.people.filter((one) => one.to === undefined);
  const names = [...new Set(people.map((one) => one.name))].join(text("fees:listSeparator"));
  const both =
    of === "developer" || house.data.occupancy === "unsold" || (developer.data?.outstanding ?? 0) > 0;
  return (
    <>
      <div className={styles.gap}>
        <Panel title={house.data.code} aside={<Button onClick={onOther}>{text("fees:pay.other")}</Button>}>
          <p className={`${styles.soft} ${styles.gap}`}>
            {[projectName(house.data.projectId), names || text("fees:pay.nobody")]
              .filter(Boolean)
              .join(" · ")}
          </p>
          {both ? (
            <div className={styles.gap}>
              <Chips
                label={text("fees:owing.whose")}
                value={debtor}
                options={(["resident", "developer"] as const).map((value) => ({
                  value,
                  label: text(`fees:debtor.${value}`),
                }))}
                onChange={(value) => onWhose(value === "developer" ? value : undefined)}
              />
            </div>
          ) : null}
          <ArrearsFacts arrears={arrears.data} />
        </Panel>
      </div>
      <PaymentForm
        key={debtor}
        houseId={houseId}
        debtor={debtor}
        bills={arrears.data.bills}
        onDone={onDone}
      />
    </>
  );
}
