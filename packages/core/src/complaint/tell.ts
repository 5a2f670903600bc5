import type * as z from "zod";
import { publicUrl } from "../link/url";
import { type MemberItem, membersOfProject } from "../member/index";
import { rolePermissions, roles } from "../member/role";
import type { CatalogueKey, CatalogueValues } from "../message/catalogue/index";
import { queueMessage } from "../message/outbox";
import type { Work } from "../table/work";
import { tenantProfile } from "../tenant/profile";
import { ticketUrl } from "../ticket/tell";
import type { TicketItem } from "../ticket/ticket.entity";
import type { CaseItem } from "./case.entity";
import { partiesOf } from "./party";
import type { answerSchema, answerWays } from "./step.entity";

const leaders = {
  project: roles.filter((role) => rolePermissions[role].has("complaint.decide")),
  headquarters: roles.filter((role) => rolePermissions[role].has("complaint.review")),
};

/** Tells who answers for the project, and headquarters, that several households complain of the same. */
export async function tellGroup(work: Work, one: CaseItem, houses: number) {
  const people = await membersOfProject(one.projectId, { roles: leaders.project });
  await tell(work, one, people, "complaintGroup", { ...named(one), houses });
}

/** Tells those who may decide on a proposal that it waits for them. */
export async function tellProposed(work: Work, one: CaseItem) {
  const people = await membersOfProject(one.projectId, { roles: leaders[one.level] });
  const { tenantId } = one;
  const able = people.filter(({ memberId, userId, name, role, projectIds }) =>
    partiesOf({ type: "member", tenantId, memberId, userId, name, role, projectIds }, one).has("decider"),
  );
  const managers = able.filter(({ role }) => role !== "headquarters");
  await tell(work, one, managers.length > 0 ? managers : able, "complaintProposed", named(one));
}

/** Tells the quality department that a complaint is theirs now. */
export async function tellRaised(work: Work, one: CaseItem) {
  const people = await membersOfProject(one.projectId, { roles: leaders.headquarters });
  await tell(work, one, people, "complaintRaised", named(one));
}

async function tell<K extends CatalogueKey>(
  work: Work,
  { ticketId: aboutId, about = [] }: CaseItem,
  people: readonly MemberItem[],
  key: K,
  values: CatalogueValues[K],
) {
  const profile = await tenantProfile();
  for (const { memberId, phone, email, locale } of people)
    if (!about.includes(memberId))
      queueMessage(work, profile, { key, values, to: { phone, email, locale }, aboutId });
}

const named = ({ ticketId, number, houseCode }: CaseItem) => ({
  ...{ number, house: houseCode, url: `${publicUrl()}/tickets/${ticketId}` },
});

/** Tells the resident the answer to their complaint, by SMS or mail, with the link to read and rate it. */
export async function tellAnswer(
  work: Work,
  ticket: TicketItem,
  answer: z.output<typeof answerSchema>,
  way: (typeof answerWays)[number],
) {
  const { phone, email, locale } = ticket.reporter;
  if (way === "phone") return;
  queueMessage(work, await tenantProfile(), {
    key: "complaintAnswered",
    values: { number: ticket.number, ...answer, url: ticketUrl(work, ticket) },
    to: way === "sms" ? { phone, locale } : { email, locale },
    aboutId: ticket.ticketId,
  });
}
