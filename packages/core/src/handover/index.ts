import * as z from "zod";
import type { MemberActor } from "../actor";
import { AuditEntry } from "../audit/audit.entity";
import { isoNow } from "../clock";
import { useActor } from "../context";
import { conflict, forbidden, notFound } from "../error";
import { idOf, newId } from "../id";
import { needReach } from "../member/scope";
import { endingDuty } from "../roster/duty";
import { needRoster } from "../roster/reach";
import { Roster, type RosterItem } from "../roster/roster.entity";
import { hiddenFromActor } from "../table/hidden";
import { pageInput } from "../table/page";
import type { Work } from "../table/work";
import { tenantZone } from "../tenant/zone";
import { Ticket } from "../ticket/ticket.entity";
import { verb } from "../verb";
import {
  Handover,
  type HandoverItem,
  handoverSchema,
  mostWork,
  openWorkSchema,
  remark,
} from "./handover.entity";
import { holdersOf, openWorkOf } from "./open";
import { actionsOn, hasPart, nextHandoverState, partiesTo } from "./party";
import { handoverActions } from "./states";
import { isLeft, takeSome } from "./take";

const view = handoverSchema.extend({
  may: z.array(z.enum(handoverActions)),
  /** Work that is still to change hands. */
  left: z.int(),
});
const ofRoster = { rosterId: idOf("roster") };
const ofHandover = z.strictObject({ handoverId: idOf("handover") });

/** The open work that the acting member would hand over now, with the shift that ends, if they are on one. */
export const getOpenWork = verb({
  name: "handover.open",
  may: "ticket.work",
  input: z.strictObject(ofRoster),
  output: z.object({
    items: z.array(openWorkSchema),
    shiftName: z.string().optional(),
    handoverId: z.string().optional(),
    mayGive: z.boolean(),
  }),
  run: async ({ rosterId }) => {
    const [actor, roster] = [needMember(), await needRoster(rosterId)];
    const { duty, items } = await openNow(roster, actor, isoNow());
    const { handoverId } = roster;
    return { items, shiftName: duty?.shift.name, handoverId, mayGive: hasPart(actor, roster) };
  },
});

/** Hands the shift over: keeps what is open at this moment, with what there is to say of it, for who takes it. */
export const giveHandover = verb({
  name: "handover.give",
  may: "ticket.work",
  input: z.strictObject({
    ...ofRoster,
    note: remark.optional(),
    notes: z
      .array(z.strictObject({ ticketId: idOf("ticket"), order: z.int().optional(), note: remark }))
      .max(mostWork)
      .default([]),
  }),
  output: view,
  run: async ({ rosterId, note, notes }, work) => {
    const [actor, roster] = [needMember(), await needRoster(rosterId)];
    if (!hasPart(actor, roster)) throw forbidden();
    const { duty, items } = await openNow(roster, actor, work.now);
    await needTickets(notes);
    if (roster.handoverId) throw conflict("A handover of this roster is under way");
    const said = (item: { ticketId: string; order?: number }) =>
      notes.find(({ ticketId, order }) => ticketId === item.ticketId && order === item.order)?.note;
    const handover = work.create(Handover, {
      ...{ handoverId: newId("handover", Date.parse(work.now)), rosterId, rosterName: roster.name },
      ...{ projectId: roster.projectId, trade: roster.trade, state: "given", note },
      ...{ shiftName: duty?.shift.name, shiftDate: duty?.date },
      ...{ fromId: actor.memberId, fromName: actor.name, givenAt: work.now },
      items: items.map((item) => ({ ...item, note: said(item) })),
    });
    work.patch(Roster, roster, { handoverId: handover.handoverId });
    work.about(handover.handoverId, roster.projectId, roster.name);
    return shown(handover, roster);
  },
});

/**
 * Takes the shift over: what its people had goes to the taker as it stands, some at a time, until `left` is none. What
 * was done or changed hands meanwhile stays where it is.
 */
export const takeHandover = verb({
  name: "handover.take",
  may: "ticket.work",
  input: ofHandover,
  output: view,
  run: async ({ handoverId }, work) => {
    const actor = needMember();
    const { handover, roster } = await needHandover(handoverId);
    const standing = partiesTo(actor, handover, roster);
    const to = nextHandoverState(handover.state, "take", standing);
    const about = { subjectId: handoverId, projectId: handover.projectId, detail: handover.rosterName };
    work.trail = (entry) => work.create(AuditEntry, { ...entry, ...about });
    const items = await takeSome(work, handover, actor);
    const state = items.some(isLeft) ? to : "taken";
    const taker = { toId: actor.memberId, toName: actor.name, takenAt: handover.takenAt ?? work.now };
    const next = work.patch(Handover, handover, { items, state, ...taker });
    if (state === "taken") release(work, roster, handoverId);
    return shown(next, roster);
  },
});

/** Takes back what one gave, while nobody has taken it. */
export const withdrawHandover = verb({
  name: "handover.withdraw",
  may: "ticket.work",
  input: ofHandover,
  output: view,
  run: async ({ handoverId }, work) => {
    const { handover, roster } = await needHandover(handoverId);
    const state = nextHandoverState(handover.state, "withdraw", partiesTo(needMember(), handover, roster));
    const next = work.patch(Handover, handover, { state, withdrawnAt: work.now });
    release(work, roster, handoverId);
    work.about(handoverId, handover.projectId, handover.rosterName);
    return shown(next, roster);
  },
});

/** One handover, with what the acting member may do with it. */
export const getHandover = verb({
  name: "handover.get",
  may: "ticket.read",
  input: ofHandover,
  output: view,
  run: async ({ handoverId }) => {
    const { handover, roster } = await needHandover(handoverId);
    return shown(handover, roster);
  },
});

const row = handoverSchema.omit({ items: true }).extend({ open: z.int() });

/** The handovers of a roster, the newest first. */
export const listHandovers = verb({
  name: "handover.list",
  may: "ticket.read",
  input: z.strictObject({ ...ofRoster, ...pageInput }),
  output: z.object({ items: z.array(row), cursor: z.string().optional() }),
  run: async ({ rosterId, ...request }) => {
    await needRoster(rosterId);
    const page = await Handover.query("gsi1", ["handover", rosterId], { ...request, reverse: true });
    return { ...page, items: page.items.map(({ items, ...rest }) => ({ ...rest, open: items.length })) };
  },
});

/** Shifts are handed over by people. */
function needMember(): MemberActor {
  const actor = useActor();
  if (actor.type !== "member") throw forbidden();
  return actor;
}

async function needHandover(handoverId: string) {
  const handover = await Handover.need({ handoverId });
  needReach(handover.projectId);
  return { handover, roster: await Roster.get({ rosterId: handover.rosterId }) };
}

/** Notes are about tickets of the firm; of one that was settled meanwhile, nothing is to be said any more. */
async function needTickets(notes: readonly { ticketId: string }[]) {
  const ids = new Set(notes.map(({ ticketId }) => ticketId));
  const found = await Ticket.batch(
    [...ids].map((ticketId) => ({ ticketId })),
    { consistent: false },
  );
  if (found.length < ids.size) throw notFound();
}

async function openNow(roster: RosterItem, { memberId }: MemberActor, at: string) {
  const duty = endingDuty(roster, memberId, at, await tenantZone());
  return { duty, items: await openWorkOf(roster, holdersOf(duty, memberId)) };
}

/** Lets the roster's next shift be handed over. */
function release(work: Work, roster: RosterItem | undefined, handoverId: string) {
  if (roster?.handoverId === handoverId) work.patch(Roster, roster, { handoverId: undefined });
}

async function shown(handover: HandoverItem, roster: RosterItem | undefined): Promise<z.input<typeof view>> {
  const actor = useActor();
  const standing = actor.type === "member" ? partiesTo(actor, handover, roster) : new Set<never>();
  const items = await unhidden(handover.items);
  return { ...handover, items, may: actionsOn(handover.state, standing), left: items.filter(isLeft).length };
}

/** Without what has come to be hidden from the acting member since it was handed over. */
async function unhidden<T extends { ticketId: string }>(items: T[]): Promise<T[]> {
  const hidden = await hiddenFromActor();
  return hidden ? items.filter(({ ticketId }) => !hidden.has(ticketId)) : items;
}
