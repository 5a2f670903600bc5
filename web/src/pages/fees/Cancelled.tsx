import { Alert } from "antd";
import { When } from "../../ui/When";
import { By } from "./By";
import styles from "./Fees.module.css";

/** That a bill or a payment was cancelled: why, by whom, when. Nothing for one that stands. */
export function Cancelled({
  cancelled,
  why,
}: {
  cancelled: { by: string; at: string } | undefined;
  why: string;
}) {
  if (!cancelled) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.gap}
      title={why}
      description={
        <>
          <By actor={cancelled.by} /> · <When at={cancelled.at} />
        </>
      }
    />
  );
}
