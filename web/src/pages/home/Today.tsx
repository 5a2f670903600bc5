import { useCan } from "../../session/SessionContext";
import { CallbacksDue } from "./CallbacksDue";
import { Glance } from "./Glance";
import { MyWork } from "./MyWork";
import { Overdue } from "./Overdue";
import { QuickIntake } from "./QuickIntake";
import { QuickPayment } from "./QuickPayment";
import { ToDecide } from "./ToDecide";
import { ToDispatch } from "./ToDispatch";
import styles from "./Today.module.css";
import { Unheard } from "./Unheard";

/** Today's work of a member, by what their role does. */
export function Today() {
  const registers = useCan("ticket.register");
  const works = useCan("ticket.work");
  const dispatches = useCan("ticket.dispatch");
  const judges = useCan("audit.read");
  const calls = useCan("callback.make");
  const records = useCan("payment.record");
  const sees = useCan("figure.read");
  const isCashier = records && !dispatches;
  return (
    <div className={styles.today}>
      {isCashier ? <QuickPayment /> : null}
      {sees ? <Glance /> : null}
      {registers && !isCashier ? <QuickIntake /> : null}
      <ToDecide />
      {dispatches ? <ToDispatch /> : null}
      {works ? <MyWork ifAny={dispatches} /> : null}
      {dispatches || judges ? <Overdue /> : null}
      {works || dispatches ? <Unheard /> : null}
      {calls ? <CallbacksDue /> : null}
    </div>
  );
}
