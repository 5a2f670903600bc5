import { Link } from "@tanstack/react-router";
import { useText } from "../../i18n/useText";
import { useCanOpen } from "../../nav/useNavigation";
import { useProjectScope } from "../../session/ProjectScope";
import { kindOf } from "./audited";
import styles from "./Settings.module.css";

/** The record that an act was about: its kind and name, and the way to it where there is one. */
export function AuditSubject({ id, name }: { id: string | undefined; name: string | undefined }) {
  const text = useText();
  const canOpen = useCanOpen();
  const { projects } = useProjectScope();
  const kind = id === undefined ? undefined : kindOf(id);
  if (id === undefined || !kind) return text("common:none");
  const label = text(`audit:kind.${kind}`);
  if (kind === "ticket" && canOpen("/tickets/$ticketId")) {
    return (
      <Link to="/tickets/$ticketId" params={{ ticketId: id }}>
        {label}
      </Link>
    );
  }
  if (kind === "import" && canOpen("/import/$importId")) {
    return (
      <Link to="/import/$importId" params={{ importId: id }}>
        {label}
      </Link>
    );
  }
  const known = name ?? projects.find(({ projectId }) => projectId === id)?.name;
  return (
    <span className={styles.who} title={id}>
      {known ?? label}
    </span>
  );
}
