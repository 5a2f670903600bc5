import { Button } from "antd";
import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";
import { formatFen } from "../../ui/format";
import { Money } from "../../ui/Money";
import { remainders, totalOf } from "./allocation";
import styles from "./Fees.module.css";
import type { SharesState } from "./useShares";
import { YuanInput } from "./YuanInput";

interface ShareEditorProps {
  amount: number;
  bills: OutputOf<"GET /houses/{houseId}/arrears">["bills"];
  shares: SharesState;
  today: string;
}

/** The open bills, oldest first, with what each gets of the payment, and what that leaves. */
export function ShareEditor({ amount, bills, shares, today }: ShareEditorProps) {
  const text = useText();
  const { credit, open } = remainders(amount, bills, shares.shares);
  return (
    <>
      {bills.length === 0 ? <p className={styles.soft}>{text("fees:pay.noBills")}</p> : null}
      {bills.map((bill) => (
        <div key={bill.billId} className={styles.share}>
          <span>
            <strong className="fd-number">{bill.period}</strong>
            {bill.service ? ` ${text("fees:bill.service")}` : null} <Money fen={bill.outstanding} />
            <br />
            <span className={bill.dueOn < today ? styles.fault : styles.soft}>
              {text(bill.dueOn < today ? "fees:pay.overdueSince" : "fees:pay.dueOn", { date: bill.dueOn })}
            </span>
          </span>
          <YuanInput
            label={text("fees:pay.shareOf", { period: bill.period })}
            value={shares.typedOf(bill.billId)}
            invalid={(shares.shares[bill.billId] ?? 0) > bill.outstanding}
            onChange={(typed) => shares.change(bill.billId, typed)}
          />
        </div>
      ))}
      <div className={styles.totals} aria-live="polite">
        {bills.length > 0 ? (
          <>
            <div>
              <span>{text("fees:pay.onBills")}</span>
              <Money fen={totalOf(shares.shares)} />
            </div>
            <div>
              <span>{text("fees:pay.staysOpen")}</span>
              <Money fen={Math.max(open, 0)} />
            </div>
          </>
        ) : null}
        {credit > 0 ? <p>{text("fees:pay.credit", { sum: formatFen(credit) })}</p> : null}
        {shares.fault ? (
          <p role="alert" className={styles.fault}>
            {text(`fees:fault.${shares.fault}`)}
          </p>
        ) : null}
        {shares.reset ? (
          <Button size="small" onClick={shares.reset}>
            {text("fees:pay.reset")}
          </Button>
        ) : null}
      </div>
    </>
  );
}
