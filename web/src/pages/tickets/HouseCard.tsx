import { HeartFilled } from "@ant-design/icons";
import { Alert, Button } from "antd";
import type { OutputOf } from "../../api/contract";
import { PhoneLink } from "../../find/PhoneLink";
import { tieOf } from "../../find/ties";
import { useText } from "../../i18n/useText";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";
import { ErrorState } from "../../ui/ErrorState";
import { Panel } from "../../ui/Panel";
import { ArrearsLine } from "./ArrearsLine";
import type { TicketRow } from "./clock";
import styles from "./HouseCard.module.css";
import { OpenTickets } from "./OpenTickets";

type House = OutputOf<"GET /houses/{houseId}">;

interface HouseCardProps {
  house: House;
  people: House["people"];
  openTickets: readonly TicketRow[];
  tickets: { isPending: boolean; error: Error | null; refetch: () => unknown };
  onOther: () => void;
}

/** What one must know of a house while its people are on the phone. */
export function HouseCard({ house, people, openTickets, tickets, onOther }: HouseCardProps) {
  const text = useText();
  const { projects } = useProjectScope();
  const seesFees = useCan("fee.read");
  const cared = people.filter((person) => person.keyCare);
  return (
    <Panel
      title={house.code}
      intro={projects.find((project) => project.projectId === house.projectId)?.name}
      aside={<Button onClick={onOther}>{text("tickets:new.other")}</Button>}
    >
      <div className={styles.card}>
        {cared.map((person) => (
          <Alert
            key={person.residentId}
            type="warning"
            showIcon
            icon={<HeartFilled />}
            title={text("tickets:house.keyCare", { name: person.name })}
            description={person.keyCare}
          />
        ))}
        {house.note ? <Alert type="info" title={house.note} /> : null}
        {people.length === 0 ? <p>{text("tickets:house.nobody")}</p> : null}
        <ul className={styles.people}>
          {people.map((person) => {
            const tie = tieOf(person.as);
            return (
              <li key={person.residentId} className={styles.person}>
                <span>
                  {person.name} {tie ? <span className={styles.soft}>{text(`find:tie.${tie}`)}</span> : null}
                </span>
                {person.phone ? (
                  <PhoneLink phone={person.phone} />
                ) : (
                  <span className={styles.soft}>{text("tickets:house.noPhone")}</span>
                )}
              </li>
            );
          })}
        </ul>
        {seesFees ? <ArrearsLine houseId={house.houseId} /> : null}
        {tickets.error ? (
          <ErrorState error={tickets.error} onRetry={() => void tickets.refetch()} />
        ) : (
          <OpenTickets tickets={openTickets} pending={tickets.isPending} />
        )}
      </div>
    </Panel>
  );
}
