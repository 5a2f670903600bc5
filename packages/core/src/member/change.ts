import * as z from "zod";
import { idOf } from "../id";
import { carryIntoSessions } from "../identity/person-sessions";
import { snapshotOf } from "../identity/session-start";
import type { ItemOf } from "../table/entity";
import type { Work } from "../table/work";
import { verb } from "../verb";
import { memberView } from "./list";
import { Member, projectScope, trade } from "./member.entity";
import { phoneNumber } from "./phone";
import { role } from "./role";
import { keepHeadquarters, needPosition } from "./rules";

type Item = ItemOf<typeof Member>;

/** Changes a member and, in the same transaction, all that stands elsewhere because of it. */
async function change(work: Work, member: Item, changes: Partial<Item>): Promise<Item> {
  const next = work.patch(Member, member, changes);
  const active = next.state === "active";
  await keepHeadquarters(work, next.memberId, active && next.role === "headquarters");
  await carryIntoSessions(work, next.userId, next.tenantId, active ? snapshotOf(next) : undefined);
  return next;
}

/**
 * Changes what a member does and where. It holds from their very next request. A technician who becomes something
 * else has no trade any more.
 */
export const changeMember = verb({
  name: "member.change",
  may: "member.manage",
  input: z.strictObject({
    memberId: idOf("member"),
    role: role.optional(),
    projectIds: projectScope.optional(),
    trade: trade.optional(),
    phone: z.union([z.literal("").transform(() => undefined), phoneNumber]).optional(),
  }),
  output: memberView,
  run: async (input, work) => {
    const member = await Member.need({ memberId: input.memberId });
    const position = {
      role: input.role ?? member.role,
      projectIds: input.projectIds ?? (input.role === "headquarters" ? "all" : member.projectIds),
      trade: input.trade ?? ((input.role ?? member.role) === "technician" ? member.trade : undefined),
    };
    await needPosition(position);
    work.about(member.memberId, undefined, position);
    return change(work, member, { ...position, ...("phone" in input && { phone: input.phone }) });
  },
});

/** Takes a member out of the firm: their sessions here end at once, what they did stays theirs. */
export const disableMember = verb({
  name: "member.disable",
  may: "member.manage",
  input: z.strictObject({ memberId: idOf("member") }),
  output: memberView,
  run: async ({ memberId }, work) => {
    const member = await Member.need({ memberId });
    work.about(memberId);
    return member.state === "disabled" ? member : change(work, member, { state: "disabled" });
  },
});

/** Lets a disabled member in again, as what they were. */
export const enableMember = verb({
  name: "member.enable",
  may: "member.manage",
  input: z.strictObject({ memberId: idOf("member") }),
  output: memberView,
  run: async ({ memberId }, work) => {
    const member = await Member.need({ memberId });
    work.about(memberId);
    return member.state === "active" ? member : change(work, member, { state: "active" });
  },
});
