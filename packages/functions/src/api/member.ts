import {
  acceptInvitation,
  changeMember,
  disableMember,
  enableMember,
  getMember,
  inviteMember,
  listInvitations,
  listMembers,
  openInvitation,
  resendInvitation,
  withdrawInvitation,
} from "@frontdesk/core/member/index";
import { created, json, routes } from "./route";

export const memberRoutes = routes({
  "GET /members": json(listMembers),
  "GET /members/{memberId}": json(getMember),
  "PATCH /members/{memberId}": json(changeMember),
  "POST /members/{memberId}/disable": json(disableMember),
  "POST /members/{memberId}/enable": json(enableMember),
  "GET /invitations": json(listInvitations),
  "POST /invitations": created(inviteMember),
  "POST /invitations/open": json(openInvitation),
  "POST /invitations/accept": json(acceptInvitation),
  "POST /invitations/{invitationId}/resend": json(resendInvitation),
  "DELETE /invitations/{invitationId}": json(withdrawInvitation),
});
