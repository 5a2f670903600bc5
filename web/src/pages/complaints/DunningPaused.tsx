import { Link } from "@tanstack/react-router";
import { Alert } from "antd";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import styles from "./Complaints.module.css";

/** That a house is sent no reminders for now, and for which complaints; nothing where it is. */
export function DunningPaused({ houseId }: { houseId: string }) {
  const text = useText();
  const { data } = useQueryOf("GET /houses/{houseId}/dunning", { houseId });
  if (!data || data.pausedBy.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className={styles.paused}
      title={text("complaints:dunning.paused")}
      description={
        <>
          {text("complaints:dunning.why")}{" "}
          {data.pausedBy.map(({ ticketId, number }) => (
            <Link key={ticketId} to="/tickets/$ticketId" params={{ ticketId }} className={styles.related}>
              {number}
            </Link>
          ))}
        </>
      }
    />
  );
}
