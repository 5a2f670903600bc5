import * as z from "zod";
import { badRequest, notFound } from "../error";
import { idOf } from "../id";
import { worksIn } from "../member/index";
import { Member, trade } from "../member/member.entity";
import { verb } from "../verb";
import { needTicket } from "./own";
import { mostPraised, Praise, praiseSchema } from "./praise.entity";

/** What became of a praise; of one about which nothing was said yet, nothing. */
export const getPraise = verb({
  name: "praise.get",
  may: "ticket.read",
  input: z.strictObject({ ticketId: idOf("ticket") }),
  output: z.object({ praise: praiseSchema.optional() }),
  run: async ({ ticketId }) => {
    await needTicket(ticketId);
    return { praise: await Praise.get({ ticketId }) };
  },
});

/** Says whom a ticket of praise is of: people, their trade, or both. It may be copied anew to whoever that makes it. */
export const namePraised = verb({
  name: "praise.name",
  may: "ticket.dispatch",
  input: z.strictObject({
    ticketId: idOf("ticket"),
    trade: trade.optional(),
    memberIds: z.array(idOf("member")).max(mostPraised).default([]),
  }),
  output: praiseSchema,
  run: async ({ ticketId, trade: of, memberIds }, work) => {
    const { number, projectId } = await needTicket(ticketId);
    if (!of && memberIds.length === 0) throw badRequest("Whom does it praise?", "memberIds");
    const members = await named(memberIds, projectId);
    work.about(ticketId, projectId, [of, ...members.map(({ name }) => name)].filter(Boolean).join(", "));
    const before = await Praise.get({ ticketId });
    if (before) return work.patch(Praise, before, { trade: of, members, copied: undefined });
    return work.create(Praise, { ticketId, number, projectId, trade: of, members }, "race");
  },
});

/** Their names, in the order they were given; also of people who have left since. */
async function named(memberIds: readonly string[], projectId: string) {
  const found = await Member.batch(memberIds.map((memberId) => ({ memberId })));
  return [...new Set(memberIds)].map((memberId) => {
    const member = found.find((one) => one.memberId === memberId);
    if (!member || !worksIn(member, projectId)) throw notFound();
    return { memberId, name: member.name };
  });
}
