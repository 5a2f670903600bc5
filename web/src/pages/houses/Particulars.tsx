import { Button } from "antd";
import { useState } from "react";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { Panel } from "../../ui/Panel";
import { Sheet } from "../../ui/Sheet";
import { Area } from "./Area";
import { ChangeHouse } from "./ChangeHouse";
import styles from "./Houses.module.css";
import { Occupancy } from "./Occupancy";
import type { House } from "./people";

/** What a house is: size, state, handover, note. */
export function Particulars({ house }: { house: House }) {
  const text = useText();
  const manages = useCan("house.manage");
  const [changing, setChanging] = useState(false);
  return (
    <Panel
      title={text("houses:particulars")}
      aside={manages ? <Button onClick={() => setChanging(true)}>{text("houses:change")}</Button> : null}
    >
      <dl className={styles.facts}>
        <dt>{text("houses:field.occupancy")}</dt>
        <dd>
          <Occupancy occupancy={house.occupancy} />
        </dd>
        <dt>{text("houses:field.area")}</dt>
        <dd>
          <Area hundredths={house.areaHundredths} />
        </dd>
        <dt>{text("houses:field.handoverDate")}</dt>
        <dd className="fd-number">{house.handoverDate ?? text("common:none")}</dd>
        <dt>{text("houses:field.note")}</dt>
        <dd>{house.note ?? text("common:none")}</dd>
      </dl>
      <Sheet open={changing} title={text("houses:changeTitle")} onClose={() => setChanging(false)}>
        <ChangeHouse house={house} onDone={() => setChanging(false)} />
      </Sheet>
    </Panel>
  );
}
