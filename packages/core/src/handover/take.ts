import type { MemberActor } from "../actor";
import { hiddenFromActor } from "../table/hidden";
import type { Work } from "../table/work";
import { openFile } from "../ticket/file";
import { actUpon } from "../ticket/order.act";
import { isLive } from "../ticket/order.states";
import type { HandoverItem } from "./handover.entity";

type Item = HandoverItem["items"][number];

/** So many work orders change hands in one transaction; the rest in the next. */
const atOnce = 15;

/** What is to change hands: what somebody had. What waits for anybody is everybody's of the trade anyway. */
export const isLeft = ({ holderId, became }: Item) => holderId !== undefined && became === undefined;

/**
 * Puts the next of a handover's work into the taker's hands; returns all items as they are then. What has come to be
 * hidden from the taker, such as a complaint about them, stays where it is.
 */
export async function takeSome(work: Work, { items }: HandoverItem, taker: MemberActor): Promise<Item[]> {
  const next = new Map<string, Item>();
  // One order of a ticket at a time: each changes the ticket.
  for (const item of items)
    if (isLeft(item) && !next.has(item.ticketId) && next.size < atOnce) next.set(item.ticketId, item);
  const hidden = await hiddenFromActor();
  const became = new Map<Item, Item["became"]>();
  for (const item of next.values())
    became.set(item, hidden?.has(item.ticketId) ? "settled" : await takeOne(work, item, taker));
  return items.map((item) => ({ ...item, became: became.get(item) ?? item.became }));
}

/** Settled, where it is done, or somebody else has it by now. */
async function takeOne(work: Work, item: Item, { memberId, name }: MemberActor): Promise<Item["became"]> {
  const file = await openFile(item.ticketId);
  const order = file.orders.find((one) => one.order === item.order);
  if (!order || !isLive(order.state) || order.assigneeId !== item.holderId) return "settled";
  if (order.assigneeId === memberId) return "moved";
  const given = { note: item.note, assigneeId: memberId, assigneeName: name };
  await actUpon(work, file, order, "takeOver", new Set(["successor"]), given);
  return "moved";
}
