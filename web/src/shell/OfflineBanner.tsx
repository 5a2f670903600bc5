import {
  CheckCircleOutlined,
  CloudSyncOutlined,
  DisconnectOutlined,
  WarningOutlined,
} from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect } from "react";
import { useOffline } from "../api/reach";
import { useText } from "../i18n/useText";
import { useQueue, useQueueState } from "../offline/QueueProvider";
import styles from "./OfflineBanner.module.css";

/** So long it says that all is sent. */
const saidMs = 10_000;

/** Says that the network is gone, for as long as it is, and what becomes of the steps that were taken without it. */
export function OfflineBanner() {
  return (
    <div role="status">
      <Content />
    </div>
  );
}

function Content() {
  const text = useText();
  const offline = useOffline();
  const { queue } = useQueue();
  const { waiting, sending, allSent } = useQueueState();
  useEffect(() => {
    if (!allSent) return;
    const timer = setTimeout(queue.acknowledge, saidMs);
    return () => clearTimeout(timer);
  }, [allSent, queue]);

  const count = waiting.length;
  const refused = waiting.filter((step) => step.refused).length;
  const look = <Link to="/unsent">{text("offline:look")}</Link>;
  if (refused > 0)
    return (
      <p className={`${styles.banner} ${styles.bad}`}>
        <WarningOutlined aria-hidden /> {text("offline:refusedCount", { count: refused })} {look}
      </p>
    );
  if (offline)
    return (
      <p className={styles.banner}>
        <DisconnectOutlined aria-hidden />{" "}
        {count > 0 ? text("offline:waiting", { count }) : text("common:offline")} {count > 0 ? look : null}
      </p>
    );
  if (sending || count > 0)
    return (
      <p className={styles.banner}>
        <CloudSyncOutlined aria-hidden /> {text(sending ? "offline:sending" : "offline:unsent", { count })}{" "}
        {look}
        {sending ? null : (
          <Button size="small" type="link" onClick={() => void queue.send().catch(() => undefined)}>
            {text("offline:sendNow")}
          </Button>
        )}
      </p>
    );
  if (!allSent) return null;
  return (
    <p className={`${styles.banner} ${styles.good}`}>
      <CheckCircleOutlined aria-hidden /> {text("offline:allSent")}
    </p>
  );
}
