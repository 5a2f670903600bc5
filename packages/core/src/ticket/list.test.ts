import { beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { newId } from "../id";
import { mintTenant } from "../testing/tenant";
import { type Cast, mintCast, report } from "./cast.testing";
import { acceptTicket, assignTicket, completeTicket, listHouseTickets, listTickets, listWork } from "./index";

let cast: Cast;
let inFirst: string[];
let inOther: string[];
const start = "2026-11-01T00:00:00.000Z";

beforeAll(async () => {
  cast = await mintCast();
  inFirst = [];
  inOther = [];
  for (let i = 0; i < 6; i++) {
    const at = plus(start, { hours: i });
    inFirst.push((await asIfAt(at, () => report(cast))).ticketId);
    const there = { projectId: cast.other.projectId, houseId: cast.foreign, reporter: {} };
    const between = plus(at, { minutes: 30 });
    inOther.push((await asIfAt(between, () => report(cast, there))).ticketId);
  }
  const [one = "", two = "", three = ""] = inFirst;
  await as(cast.desk, () => assignTicket({ ticketId: one, trade: "engineering" }));
  await as(cast.desk, () => assignTicket({ ticketId: two, trade: "engineering" }));
  await as(cast.technician, () => acceptTicket({ ticketId: two }));
  await as(cast.desk, () => completeTicket({ ticketId: three, note: "好了" }));
  await as(cast.desk, () => assignTicket({ ticketId: inOther[0] ?? "", trade: "engineering" }));
});

const as = <T>(actor: MemberActor, body: () => T) => withActor(actor, body);
type Asked = Parameters<typeof listTickets>[0];

/** All pages of a list, by pages of two. */
async function all(actor: MemberActor, asked: Asked = {}) {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await as(actor, () => listTickets({ ...asked, limit: 2, cursor }));
    found.push(...page.items.map(({ ticketId }) => ticketId));
    cursor = page.cursor;
  } while (cursor);
  return found;
}
const newestFirst = (ids: string[]) => [...ids].sort().reverse();

describe("lists of tickets", () => {
  it("show headquarters all projects, others theirs, newest first, page by page", async () => {
    const both = [...inFirst, ...inOther];
    const twoProjects = cast.member("front_desk", [cast.projectId, cast.other.projectId]);
    expect(await all(cast.headquarters)).toEqual(newestFirst(both));
    expect(await all(twoProjects)).toEqual(newestFirst(both));
    expect(await all(cast.technician)).toEqual(newestFirst(inFirst));
    expect(await all(cast.elsewhere)).toEqual(newestFirst(inOther));
    expect(await all(cast.member("front_desk", []))).toEqual([]);
    expect(await all(cast.headquarters, { projectId: cast.projectId })).toEqual(newestFirst(inFirst));
  });

  it("narrow to a state, or to what is open", async () => {
    const [one, two, three = "", ...rest] = inFirst;
    expect(await all(cast.technician, { state: "assigned" })).toEqual([one]);
    expect(await all(cast.technician, { state: "accepted" })).toEqual([two]);
    expect(await all(cast.technician, { state: "completed" })).toEqual([three]);
    expect(await all(cast.technician, { state: "registered" })).toEqual(newestFirst(rest));
    expect(await all(cast.technician, { state: "open" })).toEqual(
      newestFirst(inFirst.filter((id) => id !== three)),
    );
  });

  it("say by when a resident is to be called back, once the work is done", async () => {
    const listed = await as(cast.technician, () => listTickets({ projectId: cast.projectId, limit: 50 }));
    const { items: ofHouse } = await as(cast.desk, () => listHouseTickets({ houseId: cast.house }));
    for (const items of [listed.items, ofHouse]) {
      const waiting = items.filter(({ callback }) => callback);
      expect(waiting.map(({ ticketId }) => ticketId)).toEqual([inFirst[2]]);
      const { completedAt = "", dueAt } = waiting[0]?.callback ?? {};
      expect(dueAt).toBe(plus(completedAt, { hours: 24 }));
    }
  });

  it("know nothing of a project out of reach, nor of a cursor from elsewhere", async () => {
    const unknown = { code: "not_found" };
    await expect(all(cast.technician, { projectId: cast.other.projectId })).rejects.toMatchObject(unknown);
    const stranger = (await mintTenant()).member("headquarters");
    const { cursor } = await as(cast.headquarters, () => listTickets({ limit: 2 }));
    expect(cursor).toBeDefined();
    await expect(as(stranger, () => listTickets({ cursor }))).rejects.toMatchObject(unknown);
    await expect(as(cast.headquarters, () => listTickets({ state: "open", cursor }))).rejects.toMatchObject(
      unknown,
    );
    const work = await as(cast.technician, () => listWork({ limit: 1 }));
    await expect(as(cast.mate, () => listWork({ cursor: work.cursor }))).rejects.toMatchObject(unknown);
    const foreign = as(stranger, () => listTickets({ projectId: cast.projectId }));
    await expect(foreign).rejects.toMatchObject(unknown);
  });

  it("of a house, for those who work there", async () => {
    const ofHouse = (actor: MemberActor, houseId: string) =>
      as(actor, async () => (await listHouseTickets({ houseId })).items.map(({ ticketId }) => ticketId));
    expect(await ofHouse(cast.desk, cast.house)).toEqual(newestFirst(inFirst));
    await expect(ofHouse(cast.elsewhere, cast.house)).rejects.toMatchObject({ code: "not_found" });
    await expect(ofHouse(cast.desk, newId("house"))).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the worklist", () => {
  const work = (actor: MemberActor) =>
    as(actor, async () => (await listWork({})).items.map(({ ticketId, mine }) => [ticketId, mine]));

  it("holds what is one's own and what one's trade was asked, earliest due first", async () => {
    const [one, two] = inFirst;
    expect(await work(cast.technician)).toEqual([
      [one, false],
      [two, true],
    ]);
    expect(await work(cast.mate)).toEqual([[one, false]]);
    expect(await work(cast.elsewhere)).toEqual([[inOther[0], false]]);
    expect(await work(cast.manager)).toEqual([]);
    expect(await work(cast.roving)).toEqual([
      [one, false],
      [inOther[0], false],
    ]);
  });

  it("goes on page by page", async () => {
    const first = await as(cast.technician, () => listWork({ limit: 1 }));
    const second = await as(cast.technician, () => listWork({ limit: 1, cursor: first.cursor }));
    expect([...first.items, ...second.items].map(({ ticketId }) => ticketId)).toEqual(inFirst.slice(0, 2));
    expect(second.cursor).toBeUndefined();
  });
});
