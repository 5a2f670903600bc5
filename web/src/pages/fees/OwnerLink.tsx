import { Link } from "@tanstack/react-router";
import { useText } from "../../i18n/useText";

interface Owned {
  houseId: string;
  houseCode: string;
  debtor: "resident" | "developer";
}

/** Leads to the account a bill or a payment belongs to: of the house's residents, or of its developer. */
export function OwnerLink({ of: { houseId, houseCode, debtor } }: { of: Owned }) {
  const text = useText();
  const isDeveloper = debtor === "developer";
  return (
    <>
      <Link to="/fees/houses/$houseId" params={{ houseId }} search={isDeveloper ? { of: debtor } : {}}>
        {houseCode}
      </Link>
      {isDeveloper ? ` ${text("fees:debtor.developer")}` : null}
    </>
  );
}
