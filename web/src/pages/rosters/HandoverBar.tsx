import { App, Button } from "antd";
import { useCommand } from "../../api/useCommand";
import { useText } from "../../i18n/useText";
import { changedByDeeds } from "../tickets/ticketLists";
import styles from "./Rosters.module.css";
import { changedByRoster, type HandoverDetail } from "./roster";

/** To take the shift over or to take it back, under the thumb. */
export function HandoverBar({ handover: { handoverId, may, left } }: { handover: HandoverDetail }) {
  const text = useText();
  const { message } = App.useApp();
  const changes = [...changedByRoster, ...changedByDeeds];
  const take = useCommand("POST /handovers/{handoverId}/take", { changes });
  const withdraw = useCommand("POST /handovers/{handoverId}/withdraw", { changes });
  if (may.length === 0) return null;

  /** The work comes over some at a time. */
  async function takeAll() {
    let rest = (await take.mutateAsync({ handoverId })).left;
    while (rest > 0) rest = (await take.mutateAsync({ handoverId })).left;
    void message.success(text("rosters:tookOver"));
  }

  return (
    <div className={styles.bar}>
      {may.includes("take") ? (
        <Button
          type="primary"
          size="large"
          block
          loading={take.isPending}
          onClick={() => void takeAll().catch(() => undefined)}
        >
          {left > 0 ? text("rosters:take", { count: left }) : text("rosters:takeNone")}
        </Button>
      ) : null}
      {may.includes("withdraw") ? (
        <Button
          size="large"
          block
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ handoverId })}
        >
          {text("rosters:withdraw")}
        </Button>
      ) : null}
    </div>
  );
}
