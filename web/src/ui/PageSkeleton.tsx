import { Skeleton } from "antd";
import { useText } from "../i18n/useText";
import styles from "./PageSkeleton.module.css";

/** Stands in for a page that is being loaded. */
export function PageSkeleton() {
  const text = useText();
  return (
    <div className={styles.skeleton} role="status" aria-busy>
      <span className="fd-visually-hidden">{text("common:loading")}</span>
      <Skeleton active title={{ width: 200 }} paragraph={{ rows: 1, width: 320 }} />
      <Skeleton active title={false} paragraph={{ rows: 6 }} />
    </div>
  );
}
