import { Link } from "@tanstack/react-router";
import { useText } from "../../i18n/useText";
import { useProjectName } from "../../session/useProjectName";
import styles from "./Fees.module.css";

interface Owned {
  houseId: string;
  houseCode: string;
  projectId: string;
  debtor: "resident" | "developer";
}

/** Leads to the account a bill or a payment belongs to: of the house's residents, or of its developer. */
export function OwnerLink({ of: { houseId, houseCode, projectId, debtor } }: { of: Owned }) {
  const text = useText();
  const project = useProjectName()(projectId);
  const isDeveloper = debtor === "developer";
  return (
    <>
      <Link to="/fees/houses/$houseId" params={{ houseId }} search={isDeveloper ? { of: debtor } : {}}>
        {houseCode}
      </Link>
      {isDeveloper ? ` ${text("fees:debtor.developer")}` : null}
      {project ? <div className={styles.soft}>{project}</div> : null}
    </>
  );
}
