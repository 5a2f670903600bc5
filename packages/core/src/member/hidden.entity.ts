import * as z from "zod";
import { conflict } from "../error";
import { idOf } from "../id";
import { carryIntoSessions } from "../identity/person-sessions";
import { snapshotOf } from "../identity/session-start";
import { entity } from "../table/entity";
import { hiddenPlace } from "../table/hidden";
import type { Work } from "../table/work";
import { Member } from "./member.entity";

const mostHidden = 5_000;

/** The ids of what a member must not see, whatever their role: above all complaints about them. */
const Hidden = entity({
  name: "hidden",
  schema: z.object({ memberId: idOf("member"), ids: z.array(z.string()).max(mostHidden) }),
  key: (key: { memberId: string }) => hiddenPlace(key.memberId),
});

/**
 * Hides records from a member, or lets them be seen again: `hiddenBy` of their kinds says by which id. It holds from
 * their very next request. Throws `not_found` for nobody of the firm.
 */
export async function hideFrom(work: Work, memberId: string, ids: readonly string[], hidden = true) {
  const [member, known] = await Promise.all([Member.need({ memberId }), Hidden.get({ memberId })]);
  const others = (known?.ids ?? []).filter((id) => !ids.includes(id));
  const next = hidden ? [...others, ...ids] : others;
  if (next.length > mostHidden) throw conflict("Too much is hidden from this member");
  if (known) work.patch(Hidden, known, { ids: next });
  else work.create(Hidden, { memberId, ids: next }, "race");
  if (member.shielded) return;
  const shielded = work.patch(Member, member, { shielded: true });
  if (member.state === "active")
    await carryIntoSessions(work, member.userId, member.tenantId, snapshotOf(shielded));
}
