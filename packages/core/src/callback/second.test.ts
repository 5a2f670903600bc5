import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { newId } from "../id";
import { Work } from "../table/work";
import { Tenant } from "../tenant/tenant.entity";
import { ownDatabase } from "../testing/own-database";
import { addMember, type Cast, mintCast, report } from "../ticket/cast.testing";
import { completeTicket, getTicket, reopenTicket } from "../ticket/index";
import { Ticket } from "../ticket/ticket.entity";
import { listSecondCallbacks, recordCallback, recordSecondCallback, runSecondCallbacks } from "./index";
import { lotOf } from "./policy";

const start = "2026-11-21T02:00:00.000Z";
/** 1 December 2026, 09:00 in Shanghai. */
const drawn = "2026-12-01T01:00:00.000Z";
const after = (hours: number) => plus(start, { hours });
ownDatabase();
let cast: Cast;
let quality: MemberActor;
beforeEach(async () => {
  cast = await mintCast();
  const work = new Work(cast.tenantId);
  quality = addMember(work, cast, "headquarters");
  await work.commit();
});
const as = <T>(at: string, actor: MemberActor, body: () => T) => asIfAt(at, () => withActor(actor, body));

async function calledBack(caller = cast.desk, satisfied = true, paid = false) {
  const { ticketId } = await asIfAt(start, () => report(cast));
  if (paid)
    await cast.asSystem(async () => {
      const work = new Work(cast.tenantId);
      work.patch(Ticket, await Ticket.need({ ticketId }), { paid: true });
      await work.commit();
    });
  await as(start, cast.manager, () => completeTicket({ ticketId, note: "好了" }));
  const said = satisfied ? { satisfied } : { satisfied, words: "没好" };
  await as(after(1), caller, () => recordCallback({ ticketId, reached: true, ...said }));
  return ticketId;
}
const list = async (at: string, actor = cast.headquarters) =>
  (await as(at, actor, () => listSecondCallbacks({}))).items;
async function share(percent: number) {
  await cast.asSystem(async () => {
    const work = new Work(cast.tenantId);
    work.patch(Tenant, await Tenant.need({}), { secondCallbackShare: percent });
    await work.commit();
  });
}

describe("the second callback", () => {
  it("is drawn once the month is over, of the satisfied alone, and drawing again draws nothing more", async () => {
    await share(100);
    const ids = [await calledBack(), await calledBack(), await calledBack()];
    await calledBack(cast.desk, false);
    await asIfAt(plus(drawn, { minutes: -1 }), runSecondCallbacks);
    expect(await list(drawn)).toEqual([]);
    await asIfAt(drawn, () => Promise.all([runSecondCallbacks(), runSecondCallbacks()]));
    await asIfAt(plus(drawn, { days: 1 }), runSecondCallbacks);
    expect((await list(drawn)).map(({ ticketId }) => ticketId).sort()).toEqual([...ids].sort());
    expect((await list(drawn))[0]).toMatchObject({ month: "2026-11", dueAt: "2026-12-31T16:00:00.000Z" });
  });

  it("is drawn by lots that follow from the tickets, and of at least one", async () => {
    await share(1);
    const ids = await Promise.all(Array.from({ length: 6 }, () => calledBack()));
    await asIfAt(drawn, runSecondCallbacks);
    const lot = (ticketId: string) => lotOf("second", { ticketId, completion: 1 });
    const wanted = ids.filter((id) => lot(id) < 0.01);
    const lowest = [...ids].sort((a, b) => lot(a) - lot(b)).slice(0, 1);
    expect((await list(drawn)).map(({ ticketId }) => ticketId).sort()).toEqual(
      (wanted.length > 0 ? wanted : lowest).sort(),
    );
  });

  it("is made of all paid work, and of the rest by lot", async () => {
    await share(1);
    const paid = [await calledBack(cast.desk, true, true), await calledBack(cast.desk, true, true)];
    const rest = [await calledBack(), await calledBack(), await calledBack()];
    await asIfAt(drawn, runSecondCallbacks);
    const drawnByLot = rest.filter((ticketId) => lotOf("second", { ticketId, completion: 1 }) < 0.01);
    const all = await list(drawn);
    expect(all.map(({ ticketId }) => ticketId).sort()).toEqual([...paid, ...drawnByLot].sort());
    expect(all.flatMap((one) => (one.paid ? one.ticketId : [])).sort()).toEqual([...paid].sort());
  });

  it("is headquarters' alone, and made by nobody who made the first or did the work", async () => {
    await share(100);
    const ticketId = await calledBack(cast.headquarters);
    await asIfAt(drawn, runSecondCallbacks);
    const call = (actor: MemberActor) =>
      as(drawn, actor, () =>
        recordSecondCallback({ ticketId, completion: 1, reached: true, satisfied: true }),
      );
    await expect(list(drawn, cast.manager)).rejects.toMatchObject({ code: "forbidden" });
    await expect(call(cast.desk)).rejects.toMatchObject({ code: "forbidden" });
    await expect(call(cast.headquarters)).rejects.toMatchObject({ code: "forbidden" });
    expect((await list(drawn)).map(({ ownWork }) => ownWork)).toEqual([true]);
    expect((await list(drawn, quality)).map(({ ownWork }) => ownWork)).toEqual([false]);
    expect(await call(quality)).toMatchObject({ state: "done", tries: 1 });
    expect(await list(drawn, quality)).toEqual([]);
    await expect(call(quality)).rejects.toMatchObject({ code: "conflict" });
  });

  it("waits while nobody is reached, and brings the ticket back where it did not hold", async () => {
    await share(100);
    const ticketId = await calledBack();
    await asIfAt(drawn, runSecondCallbacks);
    const call = (at: string, attempt: object) =>
      as(at, quality, () =>
        recordSecondCallback({ ticketId, completion: 1, reached: false, ...attempt } as Parameters<
          typeof recordSecondCallback
        >[0]),
      );
    expect(await call(drawn, { reason: "占线" })).toMatchObject({
      state: "due",
      nextAt: plus(drawn, { hours: 3 }),
    });
    await call(plus(drawn, { hours: 3 }), { reached: true, satisfied: false, words: "又漏了" });
    expect(await withActor(cast.manager, () => getTicket({ ticketId }))).toMatchObject({
      state: "registered",
      reopenedCount: 1,
      completionDueAt: plus(drawn, { hours: 3 + 48 }),
    });
  });

  it("is dropped where the work was taken up again, and lapses with its month", async () => {
    await share(100);
    const [again, left] = [await calledBack(), await calledBack()];
    await asIfAt(drawn, runSecondCallbacks);
    await as(drawn, cast.desk, () => reopenTicket({ ticketId: again, note: "又漏了" }));
    expect((await list(drawn)).map(({ ticketId }) => ticketId)).toEqual([left]);
    await asIfAt("2026-12-31T16:00:00.000Z", runSecondCallbacks);
    expect(await list("2026-12-31T16:00:00.000Z")).toEqual([]);
    const late = as("2026-12-31T17:00:00.000Z", quality, () =>
      recordSecondCallback({ ticketId: left, completion: 1, reached: true, satisfied: true }),
    );
    await expect(late).rejects.toMatchObject({ code: "conflict" });
    const none = as(drawn, quality, () =>
      recordSecondCallback({ ticketId: newId("ticket"), completion: 1, reached: true, satisfied: true }),
    );
    await expect(none).rejects.toMatchObject({ code: "not_found" });
  });
});
