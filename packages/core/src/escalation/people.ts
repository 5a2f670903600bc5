import { unconcerned } from "../complaint/confidential";
import { Member, type MemberItem, membersOfProject } from "../member/index";
import { managersOf } from "../ticket/people";
import type { TicketItem } from "../ticket/ticket.entity";
import type { Station } from "./ladder";

type Given = Pick<TicketItem, "ticketId" | "kind" | "projectId" | "assigneeId" | "trade">;

/** Who has it in hand: whom it was given to, else the trade it was given to, else the front desk. */
async function doersOf({ projectId, assigneeId, trade }: Given): Promise<MemberItem[]> {
  const assignee = assigneeId && (await Member.get({ memberId: assigneeId }));
  if (assignee && assignee.state === "active") return [assignee];
  const ofTrade = trade && trade !== "front_desk" ? await membersOfProject(projectId, { trade }) : [];
  return ofTrade.length > 0 ? ofTrade : membersOfProject(projectId, { roles: ["front_desk"] });
}

/** Active people at a station for a ticket. The director is who has been at headquarters the longest. */
export async function peopleAt(station: Station, ticket: Given): Promise<MemberItem[]> {
  if (station === "member") return unconcerned(await doersOf(ticket), ticket);
  if (station === "manager") return managersOf(ticket.projectId, ticket);
  const all = await membersOfProject(ticket.projectId, { roles: ["headquarters"] });
  const headquarters = await unconcerned(all, ticket);
  if (station === "headquarters") return headquarters;
  return headquarters.sort((a, b) => (a.joinedAt < b.joinedAt ? -1 : 1)).slice(0, 1);
}
