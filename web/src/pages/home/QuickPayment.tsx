import { useNavigate } from "@tanstack/react-router";
import { FindBox } from "../../find/FindBox";
import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import styles from "./Today.module.css";

/** From whose house to the payment, without a page between. */
export function QuickPayment() {
  const text = useText();
  const navigate = useNavigate();
  return (
    <div className={styles.wide}>
      <Panel title={text("home:payment.title")} intro={text("home:payment.hint")}>
        <FindBox
          onPick={(hit) => void navigate({ to: "/fees/payments/new", search: { house: hit.houseId } })}
        />
      </Panel>
    </div>
  );
}
