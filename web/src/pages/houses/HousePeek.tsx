import { useQueryOf } from "../../api/useQueryOf";
import { PhoneLink } from "../../find/PhoneLink";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { ErrorState } from "../../ui/ErrorState";
import { ArrearsLine } from "../tickets/ArrearsLine";
import { isOpen } from "../tickets/clock";
import { OpenTickets } from "../tickets/OpenTickets";
import styles from "./Houses.module.css";
import { KeyCare } from "./KeyCare";
import { partedPeople } from "./people";

/** What one must know of a house while one is still typing: its people, key-care notes, arrears, open tickets. */
export function HousePeek({ houseId }: { houseId: string }) {
  const text = useText();
  const seesFees = useCan("fee.read");
  const seesTickets = useCan("ticket.read");
  const house = useQueryOf("GET /houses/{houseId}", { houseId });
  const tickets = useQueryOf(
    "GET /houses/{houseId}/tickets",
    { houseId, limit: 30 },
    { enabled: seesTickets },
  );
  if (house.isPending) return <p className={styles.soft}>{text("common:loading")}</p>;
  if (house.error) return <ErrorState error={house.error} onRetry={() => void house.refetch()} />;
  const { present } = partedPeople(house.data.people);
  return (
    <div className={styles.peek}>
      <strong className={styles.peekCode}>{house.data.code}</strong>
      <KeyCare people={house.data.people} />
      {house.data.note ? <p className={styles.soft}>{house.data.note}</p> : null}
      <ul>
        {present.map((person) => (
          <li key={`${person.residentId}${person.as}`} className={styles.peekPerson}>
            <span>
              {person.name} <span className={styles.soft}>{text(`find:tie.${person.as}`)}</span>
            </span>
            {person.phone ? <PhoneLink phone={person.phone} /> : null}
          </li>
        ))}
      </ul>
      {seesFees ? <ArrearsLine houseId={houseId} /> : null}
      {tickets.data ? (
        <OpenTickets tickets={tickets.data.items.filter(({ state }) => isOpen(state))} pending={false} />
      ) : null}
    </div>
  );
}
