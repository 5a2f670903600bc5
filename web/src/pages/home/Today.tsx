import { Link, useNavigate } from "@tanstack/react-router";
import { FindBox } from "../../find/FindBox";
import { useText } from "../../i18n/useText";
import { useCan } from "../../session/SessionContext";
import { Panel } from "../../ui/Panel";
import { CallbacksDue } from "./CallbacksDue";
import { MyWork } from "./MyWork";
import { Overdue } from "./Overdue";
import styles from "./Today.module.css";

/** Today's work of a member, by what their role does. */
export function Today() {
  const registers = useCan("ticket.register");
  const works = useCan("ticket.work");
  const dispatches = useCan("ticket.dispatch");
  const judges = useCan("audit.read");
  const calls = useCan("callback.make");
  return (
    <div className={styles.today}>
      {registers ? <QuickIntake /> : null}
      {works ? <MyWork /> : null}
      {dispatches || judges ? <Overdue /> : null}
      {calls ? <CallbacksDue /> : null}
    </div>
  );
}

function QuickIntake() {
  const text = useText();
  const navigate = useNavigate();
  return (
    <div className={styles.wide}>
      <Panel title={text("home:intake.title")}>
        <FindBox
          onPick={(hit) =>
            void navigate({ to: "/tickets/new", search: { house: hit.houseId, resident: hit.residentId } })
          }
        />
        <Link to="/tickets/new" search={{ place: "public" }} className={`fd-button-link ${styles.public}`}>
          {text("tickets:new.public")}
        </Link>
      </Panel>
    </div>
  );
}
