import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import type { OutputOf } from "../../api/contract";
import { FindBox } from "../../find/FindBox";
import { useText } from "../../i18n/useText";
import { PageHeader } from "../../ui/PageHeader";
import { Panel } from "../../ui/Panel";
import { HousePeek } from "../houses/HousePeek";
import { HouseIntake } from "./HouseIntake";
import styles from "./Intake.module.css";
import { PublicIntake } from "./PublicIntake";
import { Registered } from "./Registered";

const route = getRouteApi("/app/tickets/new");

/** Takes in whatever a resident or a member brings: find the house, note the matter, read back the number. */
export default function NewTicketPage() {
  const text = useText();
  const navigate = useNavigate();
  const { house, resident, place } = route.useSearch();
  const [done, setDone] = useState<OutputOf<"POST /tickets"> | null>(null);
  const goTo = (search: { house?: string; resident?: string; place?: string }) => {
    setDone(null);
    void navigate({ to: "/tickets/new", search });
  };

  if (done) return <Registered ticket={done} onNext={() => goTo({})} />;
  return (
    <>
      <PageHeader title={text("tickets:new.title")} />
      {house ? (
        <HouseIntake
          key={`${house}${resident}`}
          houseId={house}
          residentId={resident}
          onDone={setDone}
          onOther={() => goTo({})}
        />
      ) : null}
      {!house && place === "public" ? <PublicIntake onDone={setDone} onOther={() => goTo({})} /> : null}
      {!house && place !== "public" ? (
        <Panel width="form" title={text("tickets:new.who")} intro={text("tickets:new.whoHint")}>
          <FindBox
            autoFocus
            onPick={(hit) => goTo({ house: hit.houseId, resident: hit.residentId })}
            peek={(hit) => <HousePeek houseId={hit.houseId} />}
          />
          <div className={styles.or}>
            <Button onClick={() => goTo({ place: "public" })}>{text("tickets:new.public")}</Button>
          </div>
        </Panel>
      ) : null}
    </>
  );
}
