import { DisconnectOutlined } from "@ant-design/icons";
import { useSyncExternalStore } from "react";
import { useText } from "../i18n/useText";
import styles from "./OfflineBanner.module.css";

function subscribe(changed: () => void): () => void {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}

/** Says that the network is gone, for as long as it is. */
export function OfflineBanner() {
  const text = useText();
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div role="status">
      {online ? null : (
        <p className={styles.banner}>
          <DisconnectOutlined aria-hidden /> {text("common:offline")}
        </p>
      )}
    </div>
  );
}
