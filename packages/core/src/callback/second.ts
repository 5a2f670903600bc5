import * as z from "zod";
import { useActor } from "../context";
import { conflict, forbidden } from "../error";
import { idOf } from "../id";
import { type DueKey, sweep } from "../table/due";
import { pageInput } from "../table/page";
import { act } from "../ticket/act";
import { tellReopened } from "../ticket/tell";
import { Ticket, type TicketItem } from "../ticket/ticket.entity";
import { verb } from "../verb";
import { attemptFields, needWhole, triedOnce } from "./attempt";
import { SecondCallback, type SecondItem, secondSchema } from "./second.entity";

const secondView = secondSchema.omit({ workerIds: true, calledBy: true }).extend({
  /** The acting member did the work or made the first callback: somebody else must call. */
  ownWork: z.boolean(),
});

/** The second callbacks that headquarters has to make, project by project. */
export const listSecondCallbacks = verb({
  name: "callback.listSecond",
  may: "callback.check",
  input: z.strictObject(pageInput),
  output: z.object({ items: z.array(secondView), cursor: z.string().optional() }),
  run: async (page) => {
    const { items, cursor } = await SecondCallback.query("gsi2", ["secondCallback"], page);
    const tickets = await Ticket.batch(items.map(({ ticketId }) => ({ ticketId })));
    const byId = new Map(tickets.map((ticket) => [ticket.ticketId, ticket]));
    const standing = items.filter((one) => stands(one, byId.get(one.ticketId)));
    return { items: standing.map((one) => ({ ...one, ownWork: hadPart(one) })), cursor };
  },
});

/**
 * One try to call a second time, by somebody who neither did the work nor made the first callback. Who turns out not
 * to be satisfied brings the ticket back to work.
 */
export const recordSecondCallback = verb({
  name: "callback.recordSecond",
  may: "callback.check",
  input: z
    .strictObject({ ticketId: idOf("ticket"), completion: z.int().min(1).max(99), ...attemptFields })
    .superRefine(needWhole),
  output: secondView,
  run: async ({ ticketId, completion, ...attempt }, work) => {
    const [ticket, second] = await Promise.all([
      Ticket.need({ ticketId }),
      SecondCallback.need({ ticketId, completion }),
    ]);
    if (hadPart(second)) throw forbidden();
    if (second.state !== "due" || !stands(second, ticket))
      throw conflict("This second callback is not to be made any more");
    if (attempt.satisfied === false) {
      const again = await act(work, ticketId, "reopen", { note: attempt.words });
      await tellReopened(work, again.ticket);
    } else work.about(ticketId, ticket.projectId, attempt.reached ? "satisfied" : "unreached");
    const next = work.patch(SecondCallback, second, {
      ...(await triedOnce(work, attempt, ticket, second)),
      ...(attempt.reached && { state: "done", doneAt: work.now }),
    });
    return { ...next, ownWork: false };
  },
});

/** A ticket that was taken up again meanwhile is called back anew: there is nothing to check any more. */
const stands = ({ completion }: SecondItem, ticket: TicketItem | undefined) =>
  ticket?.state === "closed" && ticket.completions.length === completion;

function hadPart({ workerIds, calledBy }: SecondItem): boolean {
  const actor = useActor();
  return actor.type !== "member" || calledBy === actor.memberId || workerIds.includes(actor.memberId);
}

/** Gives up a second callback whose month is over. */
const lapse = verb({
  name: "callback.lapseSecond",
  may: "system",
  input: z.strictObject({ ticketId: z.string(), completion: z.int() }),
  output: z.object({ lapsed: z.boolean() }),
  run: async (key, work) => {
    const second = await SecondCallback.need(key);
    const isOver = second.state === "due" && second.dueAt <= work.now;
    if (isOver) work.patch(SecondCallback, second, { state: "lapsed" });
    work.about(second.ticketId, second.projectId, second.number);
    return { lapsed: isOver };
  },
});

/** The schedule that lets go of second callbacks nobody made in their month. */
export const lapseSecondCallbacks = () =>
  sweep("secondCallback", ({ pk, sk }: DueKey) =>
    lapse({ ticketId: pk.split("#")[1] ?? "", completion: Number(sk.slice("second#".length)) }),
  );
