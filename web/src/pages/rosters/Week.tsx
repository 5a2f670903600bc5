import { Button } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { useZone } from "../../session/zone";
import { Panel } from "../../ui/Panel";
import { Sheet } from "../../ui/Sheet";
import { StatusTag } from "../../ui/StatusTag";
import { formatTime } from "../../ui/time";
import { wallTimeOf } from "../../ui/wallTime";
import styles from "./Rosters.module.css";
import type { Duty, RosterDetail } from "./roster";
import { SwapForm } from "./SwapForm";

interface WeekProps {
  roster: RosterDetail;
  /** Shows the week from this date on. */
  onMove: (from: string) => void;
}

/** A week's shifts, day by day, each of which may be swapped. */
export function Week({ roster, onMove }: WeekProps) {
  const text = useText();
  const plans = useCan("ticket.dispatch");
  const [swap, setSwap] = useState<Duty | null>(null);
  const { from, week } = roster;
  const move = (days: number) => onMove(dayjs(from).add(days, "day").format("YYYY-MM-DD"));
  const dates = [...new Set(week.map(({ date }) => date))];
  return (
    <Panel
      title={text("rosters:week")}
      aside={
        <span className={styles.buttons}>
          <Button onClick={() => move(-7)}>{text("rosters:earlier")}</Button>
          <Button onClick={() => move(7)}>{text("rosters:later")}</Button>
        </span>
      }
    >
      {dates.length === 0 ? <p className={styles.soft}>{text("rosters:noShifts")}</p> : null}
      <ol className={styles.days}>
        {dates.map((date) => (
          <li key={date} className={styles.day}>
            <DayName date={date} />
            <ul className={styles.duties}>
              {week
                .filter((duty) => duty.date === date)
                .map((duty) => (
                  <li key={duty.shift} className={styles.duty}>
                    <DutyLine duty={duty} />
                    {plans ? <Button onClick={() => setSwap(duty)}>{text("rosters:swap")}</Button> : null}
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ol>
      <Sheet open={swap !== null} title={text("rosters:swap")} onClose={() => setSwap(null)}>
        {swap ? <SwapForm roster={roster} duty={swap} onDone={() => setSwap(null)} /> : null}
      </Sheet>
    </Panel>
  );
}

function DayName({ date }: { date: string }) {
  const { i18n } = useTranslation();
  return <strong>{formatTime(`${date}T12:00:00.000Z`, "long", i18n.language, "UTC")}</strong>;
}

function DutyLine({ duty: { name, from, to, people, excepted } }: { duty: Duty }) {
  const text = useText();
  const zone = useZone();
  const hours = [from, to].map((at) => wallTimeOf(at, zone).slice(11)).join("–");
  return (
    <span>
      <span className={styles.soft}>
        {name} <span className="fd-number">{hours}</span>
      </span>{" "}
      {people.map((one) => one.name).join(text("rosters:and")) || text("rosters:nobody")}{" "}
      {excepted ? <StatusTag tone="active">{text("rosters:swapped")}</StatusTag> : null}
    </span>
  );
}
