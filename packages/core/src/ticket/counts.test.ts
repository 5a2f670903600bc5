import { beforeAll, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { listCallbacks } from "../callback/index";
import { listComplaints } from "../complaint/index";
import { storeIn as storeComplaint } from "../complaint/made.testing";
import { withActor } from "../context";
import { listReplyTurns } from "../reply/index";
import { metered } from "../table/client";
import { Work } from "../table/work";
import { type Cast, mintCast } from "./cast.testing";
import { TicketClock } from "./clock.entity";
import { listOverdue, listTickets, listWork } from "./index";
import { storeIn } from "./made.testing";
import { WorkOrder } from "./order.entity";
import { summaryOf } from "./summary";

/** As the members' app asks for how much waits in its lists of work: up to so many, and more is "9+". */
const counted = { limit: 9 };
const dueAt = "2026-11-01T00:00:00.000Z";

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
  const { tenantId, projectId, headquarters } = cast;
  const place = { tenantId, projectId };
  const hands = { trade: "engineering", assigneeId: headquarters.memberId, assigneeName: "王总" } as const;
  for (let i = 0; i < 60; i++) {
    const ticket = await storeIn("started", { ...place, completionDueAt: dueAt, respondedAt: dueAt });
    const beside = { ticketId: ticket.ticketId, projectId, dueAt, ticket: summaryOf(ticket) };
    const work = new Work(tenantId);
    work.create(TicketClock, { ...beside, told: { completion: { dueAt, rung: 1 } } });
    work.create(WorkOrder, { ...beside, ...hands, order: 1, state: "started" });
    await work.commit();
  }
  for (let i = 0; i < 12; i++) {
    await storeIn("completed", { ...place, reporter: { name: "王芳", locale: "zh-CN" } });
    await storeComplaint("proposed", place);
    await storeComplaint("satisfied", place);
  }
});

it.each(["headquarters", "manager"] as const)(
  "all counts of work together cost %s no more than a page of the open tickets",
  async (who) => {
    const actor: MemberActor = cast[who];
    const read = async (list: () => Promise<{ items: unknown[] }>) => {
      const { result, spent } = await withActor(actor, () => metered(list));
      return { found: result.items.length, read: spent.read };
    };
    const counts = [
      await read(() => listWork(counted)),
      await read(() => listOverdue(counted)),
      await read(() => listCallbacks(counted)),
      await read(() => listComplaints({ show: "approve", ...counted })),
      await read(() => listComplaints({ show: "account", ...counted })),
      await read(() => listReplyTurns(counted)),
    ];
    const mine = who === "headquarters" ? 9 : 0;
    expect(counts.map(({ found }) => found)).toEqual([mine, 9, 9, 9, 9, 0]);
    const page = await read(() => listTickets({ state: "open", limit: 50 }));
    expect(page.found).toBe(50);
    const sum = counts.reduce((all, one) => all + one.read, 0);
    expect(sum).toBeLessThanOrEqual(page.read);
  },
);
