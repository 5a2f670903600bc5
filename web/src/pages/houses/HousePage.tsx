import { getRouteApi, Link } from "@tanstack/react-router";
import { useQueryOf } from "../../api/useQueryOf";
import { useText } from "../../i18n/useText";
import { useCanOpen } from "../../nav/useNavigation";
import { useProjectScope } from "../../session/ProjectScope";
import { useCan } from "../../session/SessionContext";
import { ErrorState } from "../../ui/ErrorState";
import { PageHeader } from "../../ui/PageHeader";
import { PageSkeleton } from "../../ui/PageSkeleton";
import { HouseFees } from "./HouseFees";
import styles from "./Houses.module.css";
import { HouseTickets } from "./HouseTickets";
import { KeyCare } from "./KeyCare";
import { Particulars } from "./Particulars";
import { People } from "./People";
import type { House } from "./people";

const route = getRouteApi("/app/houses/$houseId");

/** Everything about one house: its people, what they reported, what is owed, its particulars. */
export default function HousePage() {
  const { houseId } = route.useParams();
  const house = useQueryOf("GET /houses/{houseId}", { houseId });
  if (house.isPending) return <PageSkeleton />;
  if (house.error) {
    return <ErrorState level={1} error={house.error} onRetry={() => void house.refetch()} />;
  }
  return <Shown house={house.data} />;
}

function Shown({ house }: { house: House }) {
  const text = useText();
  const canOpen = useCanOpen();
  const { projects } = useProjectScope();
  const seesTickets = useCan("ticket.read");
  const seesFees = useCan("fee.read");
  const project = projects.find(({ projectId }) => projectId === house.projectId);
  return (
    <>
      <PageHeader
        title={house.code}
        subtitle={project?.name}
        back="/houses"
        actions={
          canOpen("/tickets/new") ? (
            <Link to="/tickets/new" search={{ house: house.houseId }} className="fd-button-link fd-primary">
              {text("houses:register")}
            </Link>
          ) : null
        }
      />
      <div className={styles.house}>
        <div className={styles.column}>
          <KeyCare people={house.people} />
          <People house={house} />
          {seesTickets ? <HouseTickets houseId={house.houseId} /> : null}
        </div>
        <div className={styles.column}>
          {seesFees ? <HouseFees houseId={house.houseId} /> : null}
          <Particulars house={house} />
        </div>
      </div>
    </>
  );
}
