import { Button } from "antd";
import { useState } from "react";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { Panel } from "../../ui/Panel";
import { Sheet } from "../../ui/Sheet";
import { AddResident } from "./AddResident";
import { ChangeResident } from "./ChangeResident";
import styles from "./Houses.module.css";
import { MoveOut } from "./MoveOut";
import { type House, partedPeople, type Tie } from "./people";

type Deed = { what: "add" } | { what: "change" | "moveOut"; tie: Tie };

/** Who lives here or owns the house, how to reach them, and who did before. */
export function People({ house }: { house: House }) {
  const text = useText();
  const manages = useCan("house.manage");
  const [deed, setDeed] = useState<Deed | null>(null);
  const { present, past } = partedPeople(house.people);
  const close = () => setDeed(null);
  return (
    <Panel
      title={text("houses:people.title")}
      aside={
        manages ? <Button onClick={() => setDeed({ what: "add" })}>{text("houses:people.add")}</Button> : null
      }
    >
      {present.length === 0 ? <p className={styles.soft}>{text("houses:people.none")}</p> : null}
      <ul>
        {present.map((tie) => (
          <Person key={`${tie.residentId}${tie.as}`} tie={tie} manages={manages} onDeed={setDeed} />
        ))}
      </ul>
      {past.length > 0 ? (
        <details className={styles.past}>
          <summary>{text("houses:people.past", { count: past.length })}</summary>
          <ul>
            {past.map((tie) => (
              <li key={`${tie.residentId}${tie.as}${tie.to}`} className={styles.soft}>
                {tie.name} · {text(`find:tie.${tie.as}`)} · {[tie.from ?? "", tie.to].join(" – ")}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Sheet open={deed !== null} title={deed ? text(`houses:people.${deed.what}`) : null} onClose={close}>
        {deed?.what === "add" ? <AddResident house={house} onDone={close} /> : null}
        {deed?.what === "change" ? <ChangeResident tie={deed.tie} onDone={close} /> : null}
        {deed?.what === "moveOut" ? <MoveOut tie={deed.tie} onDone={close} /> : null}
      </Sheet>
    </Panel>
  );
}

interface PersonProps {
  tie: Tie;
  manages: boolean;
  onDeed: (deed: Deed) => void;
}

function Person({ tie, manages, onDeed }: PersonProps) {
  const text = useText();
  return (
    <li className={styles.person}>
      <div className={styles.who}>
        <strong>{tie.name}</strong>
        <span className={styles.soft}>{text(`find:tie.${tie.as}`)}</span>
        {tie.from ? (
          <small className={styles.soft}>{text("houses:people.since", { date: tie.from })}</small>
        ) : null}
      </div>
      <div className={styles.reach}>
        {tie.phone ? (
          <PhoneLink phone={tie.phone} />
        ) : (
          <span className={styles.soft}>{text("houses:people.noPhone")}</span>
        )}
        {tie.email ? <a href={`mailto:${tie.email}`}>{tie.email}</a> : null}
      </div>
      {tie.refuses.length > 0 ? <p className={styles.soft}>{text("houses:people.refuses")}</p> : null}
      {manages ? (
        <div className={styles.deeds}>
          <Button size="small" onClick={() => onDeed({ what: "change", tie })}>
            {text("houses:people.change")}
          </Button>
          <Button size="small" onClick={() => onDeed({ what: "moveOut", tie })}>
            {text("houses:people.moveOut")}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
