import { useText } from "../../i18n/useText";
import { useZone } from "../../session/zone";
import { wallTimeOf } from "../../ui/wallTime";
import styles from "./Rosters.module.css";
import type { Duty } from "./roster";

/** Who is on duty now, on which shift and until when. */
export function OnDuty({ duties }: { duties: readonly Duty[] }) {
  const text = useText();
  const zone = useZone();
  if (duties.length === 0) return <span className={styles.soft}>{text("rosters:nobody")}</span>;
  return (
    <>
      {duties.map(({ shift, name, to, people }) => (
        <div key={shift}>
          <strong>{people.map((one) => one.name).join(text("rosters:and")) || text("rosters:nobody")}</strong>{" "}
          <span className={styles.soft}>
            {text("rosters:until", { name, time: wallTimeOf(to, zone).slice(11) })}
          </span>
        </div>
      ))}
    </>
  );
}
