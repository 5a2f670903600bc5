import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { sweepClocks } from "../escalation/index";
import { metered } from "../table/client";
import { ownDatabase } from "../testing/own-database";
import { type Cast, mintCast, report } from "./cast.testing";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  listOverdue,
  reopenTicket,
  startTicket,
  voidTicket,
} from "./index";

const start = "2026-11-01T00:00:00.000Z";
const after = (amount: Parameters<typeof plus>[1]) => plus(start, amount);
ownDatabase();
let cast: Cast;
beforeEach(async () => {
  cast = await mintCast();
});

const as = <T>(actor: MemberActor, at: string, body: () => T) => asIfAt(at, () => withActor(actor, body));
const reportAt = (at: string, more: Parameters<typeof report>[1] = {}) =>
  asIfAt(at, () => report(cast, more)).then(({ ticketId }) => ticketId);
const lateAt = async (at: string, actor = cast.headquarters, projectId?: string) => {
  await asIfAt(at, sweepClocks);
  return (await as(actor, at, () => listOverdue({ projectId }))).items.map(({ ticketId }) => ticketId);
};

describe("what is overdue", () => {
  it("is what nobody took up in five minutes, then what is not done in its time, and no more once it is", async () => {
    const ticketId = await reportAt(start);
    expect(await lateAt(after({ minutes: 5 }))).toEqual([]);
    expect(await lateAt(after({ minutes: 6 }))).toEqual([ticketId]);
    await as(cast.desk, after({ minutes: 7 }), () => assignTicket({ ticketId, trade: "engineering" }));
    expect(await lateAt(after({ minutes: 8 }))).toEqual([]);
    expect(await lateAt(after({ hours: 47 }))).toEqual([]);
    expect(await lateAt(after({ hours: 49 }))).toEqual([ticketId]);
    const later = after({ hours: 50 });
    await as(cast.technician, later, () => acceptTicket({ ticketId }));
    await as(cast.technician, later, () => startTicket({ ticketId }));
    expect(await lateAt(after({ hours: 51 }))).toEqual([ticketId]);
    await as(cast.technician, later, () => completeTicket({ ticketId, note: "好了" }));
    expect(await lateAt(after({ days: 30 }))).toEqual([]);
    await as(cast.desk, after({ days: 30 }), () => reopenTicket({ ticketId, note: "又漏了" }));
    expect(await lateAt(after({ days: 31 }))).toEqual([]);
    expect(await lateAt(after({ days: 33 }))).toEqual([ticketId]);
  });

  it("forgets what was void", async () => {
    const ticketId = await reportAt(start);
    await as(cast.desk, after({ minutes: 10 }), () => voidTicket({ ticketId, note: "误报" }));
    expect(await lateAt(after({ days: 3 }))).toEqual([]);
  });

  it("comes the longest ago first, of the projects one works in, page by page", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 6; i++) {
      const there = { projectId: cast.other.projectId, houseId: cast.foreign, reporter: {} };
      ids.push(await reportAt(after({ minutes: i }), i % 2 ? there : {}));
    }
    await as(cast.desk, after({ minutes: 8 }), () =>
      assignTicket({ ticketId: ids[0] ?? "", trade: "engineering" }),
    );
    const at = after({ hours: 1 });
    expect(await lateAt(at)).toEqual(ids.slice(1));
    expect(await lateAt(at, cast.elsewhere)).toEqual([ids[1], ids[3], ids[5]]);
    expect(await lateAt(at, cast.headquarters, cast.projectId)).toEqual([ids[2], ids[4]]);
    await expect(lateAt(at, cast.elsewhere, cast.projectId)).rejects.toMatchObject({ code: "not_found" });
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await as(cast.headquarters, at, () => listOverdue({ limit: 2, cursor }));
      paged.push(...page.items.map(({ ticketId }) => ticketId));
      cursor = page.cursor;
    } while (cursor);
    expect(paged).toEqual(ids.slice(1));
  });

  it("costs what it shows, however much is open", async () => {
    for (let i = 0; i < 30; i++) await reportAt(after({ minutes: i }));
    const cost = async (at: string) => {
      await asIfAt(at, sweepClocks);
      return (await as(cast.headquarters, at, () => metered(() => listOverdue({ limit: 5 })))).spent.read;
    };
    const [few, many] = [await cost(after({ minutes: 10 })), await cost(after({ hours: 3 }))];
    expect(many).toBeLessThanOrEqual(few + 1);
    expect(many).toBeLessThanOrEqual(2);
  });
});
