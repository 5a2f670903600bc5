import { Link } from "@tanstack/react-router";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { ErrorState } from "../../ui/ErrorState";
import { Money } from "../../ui/Money";
import { Panel } from "../../ui/Panel";
import { DunningPaused } from "../complaints/DunningPaused";
import styles from "./Houses.module.css";

/** So many open bills are named; the account has them all. */
const named = 6;

/** What the house owes, bill by bill, and what it has in hand. */
export function HouseFees({ houseId }: { houseId: string }) {
  const text = useText();
  const { data, error, isPending, refetch } = useQueryOf("GET /houses/{houseId}/arrears", { houseId });
  return (
    <Panel
      title={text("nav:fees")}
      aside={
        <Link to="/fees/houses/$houseId" params={{ houseId }} className={styles.textButton}>
          {text("houses:fees.account")}
        </Link>
      }
    >
      <DunningPaused houseId={houseId} />
      {isPending ? <p className={styles.soft}>{text("common:loading")}</p> : null}
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {data ? (
        <>
          <dl className={styles.sums}>
            <div>
              <dt>{text("houses:fees.outstanding")}</dt>
              <dd>
                <Money fen={data.outstanding} />
              </dd>
            </div>
            <div>
              <dt>{text("houses:fees.overdue")}</dt>
              <dd>
                <Money fen={data.overdue} />
              </dd>
            </div>
            <div>
              <dt>{text("houses:fees.credit")}</dt>
              <dd>
                <Money fen={data.credit} />
              </dd>
            </div>
          </dl>
          <ul className={styles.bills}>
            {data.bills.slice(0, named).map((bill) => (
              <li key={bill.billId} className={styles.bill}>
                <Link to="/fees/bills/$billId" params={{ billId: bill.billId }} className="fd-number">
                  {bill.period}
                </Link>
                <span className={styles.soft}>{text("houses:fees.due", { date: bill.dueOn })}</span>
                <Money fen={bill.outstanding} />
              </li>
            ))}
          </ul>
          {data.bills.length > named ? (
            <p className={styles.soft}>{text("houses:fees.more", { count: data.bills.length - named })}</p>
          ) : null}
        </>
      ) : null}
    </Panel>
  );
}
