import { CloseOutlined, PhoneFilled } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useQueryOf } from "../api/useQueryOf";
import { internationalPhone, readablePhone } from "../find/phone";
import { useText } from "../i18n/useText";
import { isOpen } from "../pages/tickets/clock";
import { useProjectName } from "../session/useProjectName";
import { StatusTag } from "../ui/StatusTag";
import styles from "./CallerPops.module.css";
import type { Call } from "./useCalls";

interface CallerPopProps {
  call: Call;
  /** It was taken, or is not wanted. */
  onPut: () => void;
}

/** One call: who it is, as far as they are known, and the way to what they want to report. */
export function CallerPop({ call, onPut }: CallerPopProps) {
  const text = useText();
  const { callId, from, state, callers } = call;
  const number = readablePhone(internationalPhone(from) ?? from);
  const search = { call: callId, phone: from || undefined };
  return (
    <article className={styles.pop}>
      <header className={styles.head}>
        <PhoneFilled aria-hidden className={styles.icon} />
        <span className={styles.who}>
          <strong className="fd-number">
            {number ? text("telephone:from", { number }) : text("telephone:withheld")}
          </strong>
          <StatusTag tone={state === "ringing" ? "warn" : "active"}>
            {text(state === "ringing" ? "telephone:ringing" : "telephone:answered")}
          </StatusTag>
        </span>
        <Button
          type="text"
          className={styles.close}
          icon={<CloseOutlined aria-hidden />}
          aria-label={text("telephone:put")}
          onClick={onPut}
        />
      </header>
      {callers.map((caller) => (
        <CallerLink key={caller.houseId} caller={caller} search={search} onPut={onPut} />
      ))}
      {callers.length > 0 ? null : (
        <Link to="/tickets/new" search={search} className={styles.caller} onClick={onPut}>
          {number ? <span>{text("telephone:unknown")}</span> : null}
          <strong>{text("telephone:newTicket")}</strong>
        </Link>
      )}
    </article>
  );
}

interface CallerLinkProps {
  caller: Call["callers"][number];
  search: { call: string; phone?: string };
  onPut: () => void;
}

/** A house of the caller's with what is open there; leads to intake with house and person filled in. */
function CallerLink({ caller, search, onPut }: CallerLinkProps) {
  const text = useText();
  const projectName = useProjectName();
  const { houseId, residentId, houseCode, name, projectId } = caller;
  const tickets = useQueryOf("GET /houses/{houseId}/tickets", { houseId, limit: 30 });
  const open = tickets.data?.items.filter((ticket) => isOpen(ticket.state)).length;
  return (
    <Link
      to="/tickets/new"
      search={{ house: houseId, resident: residentId, ...search }}
      className={styles.caller}
      onClick={onPut}
    >
      <strong>{[houseCode, name].filter(Boolean).join(" ")}</strong>
      <span className={styles.soft}>
        {[projectName(projectId), open === undefined ? null : text("tickets:house.open", { count: open })]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </Link>
  );
}
