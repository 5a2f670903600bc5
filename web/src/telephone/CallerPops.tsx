import { useState } from "react";
import { useText } from "../i18n/useText";
import { useNarrow } from "../theme/useNarrow";
import { CallerPop } from "./CallerPop";
import styles from "./CallerPops.module.css";
import { useCalls } from "./useCalls";

/** More than these do not fit beside the work; on a phone, over it. */
const most = { desk: 3, phone: 1 };

/** Who is calling now, over whatever page one is at, until the call is over or taken. */
export function CallerPops() {
  const text = useText();
  const narrow = useNarrow();
  const calls = useCalls();
  const [put, setPut] = useState<readonly string[]>([]);
  const shown = calls.filter(({ callId }) => !put.includes(callId)).slice(0, narrow ? most.phone : most.desk);
  return (
    <section aria-label={text("telephone:calls")} aria-live="polite" className={styles.pops}>
      {shown.map((call) => (
        <CallerPop key={call.callId} call={call} onPut={() => setPut([...put, call.callId])} />
      ))}
    </section>
  );
}
