import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { Money } from "../../ui/Money";
import styles from "./HouseCard.module.css";

/** What the house owes, in one line: for the member's eyes, to be spoken of kindly or not at all. */
export function ArrearsLine({ houseId }: { houseId: string }) {
  const text = useText();
  const { data, isPending, error } = useQueryOf("GET /houses/{houseId}/arrears", { houseId });
  if (isPending) return <p className={styles.soft}>{text("common:loading")}</p>;
  return (
    <div className={styles.line}>
      <span className={styles.heading}>{text("tickets:house.arrears")}</span>
      {error ? <span>{text("tickets:house.arrearsUnknown")}</span> : null}
      {data && data.outstanding === 0 ? (
        <span className={styles.soft}>{text("tickets:house.owesNothing")}</span>
      ) : null}
      {data && data.outstanding > 0 ? (
        <span>
          <Money fen={data.outstanding} />
          {data.overdue > 0 ? (
            <>
              {" "}
              <span className={styles.soft}>{text("tickets:house.ofThatOverdue")}</span>{" "}
              <Money fen={data.overdue} />
            </>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}
