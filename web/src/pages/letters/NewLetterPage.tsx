import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import type { OutputOf } from "../../api/contract";
import { useQueryOf } from "../../api/useQueryOf";
import { FindBox } from "../../find/FindBox";
import { useText } from "../../i18n/useText";
import { NoProjects } from "../../nav/NoProjects";
import { useProjectScope } from "../../session/ProjectScope";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { Panel } from "../../ui/Panel";
import { LetterForm } from "./LetterForm";
import styles from "./Letters.module.css";

const route = getRouteApi("/app/letters/new");
type Letter = OutputOf<"POST /letters">;

/** Enters a letter into the register: who wrote, the letter itself, its number to be written on it. */
export default function NewLetterPage() {
  const text = useText();
  const navigate = useNavigate();
  const { projects } = useProjectScope();
  const { house, resident, place } = route.useSearch();
  const [done, setDone] = useState<Letter | null>(null);
  const goTo = (search: { house?: string; resident?: string; place?: string }) => {
    setDone(null);
    void navigate({ to: "/letters/new", search });
  };
  if (done) return <Done letter={done} onNext={() => goTo({})} />;
  return (
    <>
      <PageHeader back="/letters" title={text("letters:new.title")} />
      {house ? <HouseLetter houseId={house} residentId={resident} onDone={setDone} /> : null}
      {!house && place === "none" && projects.length === 0 ? (
        <NoProjects>{text("tickets:new.noProject")}</NoProjects>
      ) : null}
      {!house && place === "none" && projects.length > 0 ? <LetterForm people={[]} onDone={setDone} /> : null}
      {!house && place !== "none" ? (
        <Panel width="form" title={text("letters:new.who")} intro={text("letters:new.whoHint")}>
          <FindBox autoFocus onPick={(hit) => goTo({ house: hit.houseId, resident: hit.residentId })} />
          <div className={styles.or}>
            <Button onClick={() => goTo({ place: "none" })}>{text("letters:new.noHouse")}</Button>
          </div>
        </Panel>
      ) : null}
    </>
  );
}

interface HouseLetterProps {
  houseId: string;
  residentId?: string;
  onDone: (letter: Letter) => void;
}

function HouseLetter({ houseId, residentId, onDone }: HouseLetterProps) {
  const house = useQueryOf("GET /houses/{houseId}", { houseId });
  if (house.isPending) return <PageSkeleton />;
  if (house.error) return <ErrorState error={house.error} onRetry={() => void house.refetch()} />;
  const people = house.data.people.filter((one) => one.to === undefined);
  return <LetterForm house={house.data} people={people} residentId={residentId} onDone={onDone} />;
}

function Done({ letter, onNext }: { letter: Letter; onNext: () => void }) {
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { ticketId, letterId } = letter;
  return (
    <section className={styles.done} role="status">
      <h1 ref={heading} tabIndex={-1}>
        {text("letters:new.done")}
      </h1>
      <p>{text("letters:new.doneHint")}</p>
      <p className={styles.number}>{letter.number}</p>
      <div className={styles.actions}>
        {ticketId ? (
          <Link to="/tickets/$ticketId" params={{ ticketId }} className="fd-button-link fd-primary">
            {text("letters:new.openTicket")}
          </Link>
        ) : (
          <Link to="/letters/$letterId" params={{ letterId }} className="fd-button-link">
            {text("letters:in.open")}
          </Link>
        )}
        <Button onClick={onNext}>{text("letters:new.next")}</Button>
      </div>
    </section>
  );
}
