import { Link, useNavigate } from "@tanstack/react-router";
import { FindBox } from "../../find/FindBox";
import { useText } from "../../i18n/useText";
import { Panel } from "../../ui/Panel";
import styles from "./Today.module.css";

/** From whom or where to the ticket, without a page between. */
export function QuickIntake() {
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
