import type { OutputOf } from "../../api/contract";
import { useQueryOf } from "../../api/useQueryOf";
import { ErrorState } from "../../ui/ErrorState";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { isOpen } from "./clock";
import { HouseCard } from "./HouseCard";
import styles from "./Intake.module.css";
import { type Caller, IntakeForm } from "./IntakeForm";

interface HouseIntakeProps {
  houseId: string;
  residentId?: string;
  caller?: Caller;
  onDone: (ticket: OutputOf<"POST /tickets">) => void;
  onOther: () => void;
}

/** Intake for a house: what is known of it beside what is being reported. */
export function HouseIntake({ houseId, residentId, caller, onDone, onOther }: HouseIntakeProps) {
  const house = useQueryOf("GET /houses/{houseId}", { houseId });
  const tickets = useQueryOf("GET /houses/{houseId}/tickets", { houseId, limit: 30 });
  if (house.isPending) return <PageSkeleton />;
  if (house.error) return <ErrorState error={house.error} onRetry={() => void house.refetch()} />;
  const people = peopleNow(house.data.people);
  const open = (tickets.data?.items ?? []).filter((ticket) => isOpen(ticket.state));
  return (
    <div className={styles.desk}>
      <HouseCard house={house.data} people={people} openTickets={open} tickets={tickets} onOther={onOther} />
      <div>
        <IntakeForm
          projectId={house.data.projectId}
          houseId={houseId}
          people={people}
          residentId={residentId}
          caller={caller}
          onDone={onDone}
        />
      </div>
    </div>
  );
}

type Tied = OutputOf<"GET /houses/{houseId}">["people"][number];

/** Who is tied to the house now; somebody who is so in two ways stands once, as what comes first. */
export function peopleNow(people: readonly Tied[]): Tied[] {
  const now = people.filter((one) => one.to === undefined);
  return now.filter((one, index) => now.findIndex((same) => same.residentId === one.residentId) === index);
}
