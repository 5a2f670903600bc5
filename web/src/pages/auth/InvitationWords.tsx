import type { OutputOf } from "../../api/contract";
import { useText } from "../../i18n/useText";

/** What an invitation's link opens. */
export type OpenInvitation = OutputOf<"POST /invitations/open">;

/** Who invites whom to which firm, and as what. */
export function InvitationWords({ invitation }: { invitation: OpenInvitation }) {
  const text = useText();
  const { inviterName, firmName, role, email } = invitation;
  const values = { inviter: inviterName, firmName, role: text(`common:role.${role}`), email };
  return <>{text("auth:invitation.invited", values)}</>;
}
