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
  const { house, resident, place, call, phone } = route.useSearch();
  const caller = { call, phone };
  const [done, setDone] = useState<{ at: string; ticket: OutputOf<"POST /tickets"> } | null>(null);
  const at = [house, resident, place, call].join();
  const onDone = (ticket: OutputOf<"POST /tickets">) => setDone({ at, ticket });
  const goTo = (search: { house?: string; resident?: string; place?: string }) =>
    void navigate({ to: "/tickets/new", search: { ...search, ...caller } });
  const startAnew = () => {
    setDone(null);
    void navigate({ to: "/tickets/new", search: {} });
  };

  // Somebody who calls meanwhile leads on from here.
  if (done?.at === at) return <Registered ticket={done.ticket} onNext={startAnew} />;
  return (
    <>
      <PageHeader title={text("tickets:new.title")} />
      {house ? (
        <HouseIntake
          key={`${house}${resident}${call}`}
          caller={caller}
          houseId={house}
          residentId={resident}
          onDone={onDone}
          onOther={() => goTo({})}
        />
      ) : null}
      {!house && place === "public" ? (
        <PublicIntake caller={caller} onDone={onDone} onOther={() => goTo({})} />
      ) : null}
      {!house && place !== "public" ? (
        <Panel
          width="form"
          title={text("tickets:new.who")}
          intro={phone ? text("telephone:whoHint", { number: phone }) : text("tickets:new.whoHint")}
        >
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
