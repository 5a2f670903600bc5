import { Segmented } from "antd";
import { useEffect, useRef } from "react";
import { useText } from "../../i18n/useText";
import styles from "./Tickets.module.css";
import type { WorkTab } from "./tabs";
import { useWorkCounts } from "./useWorkCounts";

interface WorkTabsProps {
  tabs: readonly WorkTab[];
  /** Undefined while none of them is. */
  shown: WorkTab | undefined;
  onChoose: (tab: WorkTab) => void;
}

/** The lists of work, each with how much waits there. */
export function WorkTabs({ tabs, shown, onChoose }: WorkTabsProps) {
  const text = useText();
  const counts = useWorkCounts(tabs);
  const bar = useRef<HTMLDivElement>(null);
  // On a phone the row is longer than the screen.
  useEffect(() => {
    const row = bar.current;
    const chosen = row?.querySelector(`[data-tab="${shown}"]`);
    if (!row || !chosen) return;
    const [all, one] = [row.getBoundingClientRect(), chosen.getBoundingClientRect()];
    row.scrollLeft += one.left + one.width / 2 - (all.left + all.width / 2);
  }, [shown]);
  const options = tabs.map((value) => ({
    value,
    label: (
      <span data-tab={value}>
        {text(`tickets:filter.${value}`)}
        {counts[value] ? <b className={styles.count}>{counts[value]}</b> : null}
      </span>
    ),
  }));
  return (
    <div className={styles.tabs} ref={bar}>
      <Segmented<WorkTab | "">
        aria-label={text("tickets:list.show")}
        value={shown ?? ""}
        options={options}
        onChange={(value) => value && onChoose(value)}
      />
    </div>
  );
}
