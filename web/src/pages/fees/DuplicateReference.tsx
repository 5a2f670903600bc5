import { Alert, Button } from "antd";
import { useText } from "../../i18n/useText";
import styles from "./Fees.module.css";

interface DuplicateReferenceProps {
  /** The number of the earlier receipt; empty when it is not for this member to see. */
  receipt: string;
  pending: boolean;
  onAccept: () => void;
}

/** The same reference stands on an earlier receipt: usually the same money entered twice. */
export function DuplicateReference({ receipt, pending, onAccept }: DuplicateReferenceProps) {
  const text = useText();
  return (
    <div role="alert" className={styles.gap}>
      <Alert
        type="warning"
        showIcon
        title={text("fees:pay.duplicate")}
        description={
          <>
            <p>
              {receipt
                ? text("fees:pay.duplicateOn", { number: receipt })
                : text("fees:pay.duplicateElsewhere")}
            </p>
            <Button loading={pending} onClick={onAccept} style={{ marginTop: 8 }}>
              {text("fees:pay.acceptDuplicate")}
            </Button>
          </>
        }
      />
    </div>
  );
}
