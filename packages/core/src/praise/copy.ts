import * as z from "zod";
import { actorRef } from "../actor";
import { useTenantActor } from "../context";
import { conflict } from "../error";
import { idOf } from "../id";
import { publicUrl } from "../link/url";
import { type MemberItem, membersOfProject } from "../member/index";
import { queueMessage } from "../message/outbox";
import { tenantProfile } from "../tenant/profile";
import { verb } from "../verb";
import { needNamed } from "./own";
import { Praise, type PraiseItem, praiseSchema } from "./praise.entity";
import { shortName } from "./short-name";

/** So many people are written to at once; more work in no project's trade. */
const mostCopies = 60;

/** Who acts, as a praise keeps it. */
export const by = () => {
  const actor = useTenantActor();
  return { by: actorRef(actor), byName: actor.type === "member" ? actor.name : "Frontdesk" };
};

/** Sends a praise to those it is of, to the others of their trade and to the project's managers. */
export const copyPraise = verb({
  name: "praise.copy",
  may: "ticket.dispatch",
  input: z.strictObject({ ticketId: idOf("ticket") }),
  output: praiseSchema,
  run: async ({ ticketId }, work) => {
    const { ticket, praise } = await needNamed(ticketId);
    if (praise.copied) throw conflict("This praise was copied to them already");
    const people = await receiversOf(praise);
    if (people.length === 0) throw conflict("None of those it is of works here any more");
    const profile = await tenantProfile();
    const { number, words, reporter } = ticket;
    const values = {
      number,
      words,
      from: shortName(reporter.name),
      url: `${publicUrl()}/tickets/${ticketId}`,
    };
    for (const { phone, email, locale } of people)
      queueMessage(work, profile, {
        key: "praiseCopy",
        values,
        to: { phone, email, locale },
        aboutId: ticketId,
      });
    work.about(
      ticketId,
      praise.projectId,
      people
        .map(({ name }) => name)
        .join(", ")
        .slice(0, 500),
    );
    return work.patch(Praise, praise, { copied: { at: work.now, ...by(), to: people.length } });
  },
});

/** Those who are meant first, then who answers for them, then the others of the trade. */
async function receiversOf({ projectId, trade, members }: PraiseItem): Promise<MemberItem[]> {
  const here = await membersOfProject(projectId);
  const meant = new Set(members.map(({ memberId }) => memberId));
  const rank = ({ memberId, role, trade: own }: MemberItem) => {
    if (meant.has(memberId)) return 1;
    if (role === "project_manager") return 2;
    return trade && (own === trade || (trade === "front_desk" && role === "front_desk")) ? 3 : undefined;
  };
  return [1, 2, 3].flatMap((place) => here.filter((one) => rank(one) === place)).slice(0, mostCopies);
}
