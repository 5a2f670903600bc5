import { beforeEach, describe, expect, it } from "vitest";
import { withActor } from "../context";
import { newId } from "../id";
import { ownDatabase } from "../testing/own-database";
import { type Cast, mintCast } from "../ticket/cast.testing";
import { mostOwn, mostShared } from "./filters.entity";
import { changeFilter, listFilters, removeFilter, saveFilter, setDefaultFilter } from "./index";
import { type Kept, withSaved } from "./kept";

ownDatabase();
let cast: Cast;
beforeEach(async () => {
  cast = await mintCast();
});

type Actor = Cast["desk"];
const as = <T>(actor: Actor, body: () => T) => withActor(actor, body);
const save = (actor: Actor, name: string, shared = false, filter = {}) =>
  as(actor, async () => (await saveFilter({ name, shared, filter })).filterId);
const seen = (actor: Actor) => as(actor, () => listFilters({}));
const namesOf = async (actor: Actor) => (await seen(actor)).items.map(({ name }) => name);
const unknown = { code: "not_found" };

describe("saved filters", () => {
  it("are a member's own, or the firm's", async () => {
    await save(cast.desk, "漏水", false, { kind: "repair", category: "leak" });
    await save(cast.desk, "超时", true, { overdue: true });
    expect(await namesOf(cast.desk)).toEqual(["漏水", "超时"]);
    const { items } = await seen(cast.technician);
    expect(items).toEqual([
      {
        filterId: expect.any(String),
        ...{ name: "超时", filter: { overdue: true }, shared: true, mine: false, changeable: false },
        ownerName: cast.desk.name,
      },
    ]);
    const stranger = await mintCast();
    expect(await namesOf(stranger.headquarters)).toEqual([]);
  });

  it("of another member are not there, whatever one does with them", async () => {
    const filterId = await save(cast.desk, "漏水");
    for (const other of [cast.technician, cast.headquarters, (await mintCast()).headquarters]) {
      await expect(as(other, () => changeFilter({ filterId, name: "我的" }))).rejects.toMatchObject(unknown);
      await expect(as(other, () => changeFilter({ filterId, shared: true }))).rejects.toMatchObject(unknown);
      await expect(as(other, () => removeFilter({ filterId }))).rejects.toMatchObject(unknown);
      await expect(as(other, () => setDefaultFilter({ filterId }))).rejects.toMatchObject(unknown);
    }
    expect(await namesOf(cast.desk)).toEqual(["漏水"]);
  });

  it("of the firm are changed by whoever shared them, and by who manages the firm", async () => {
    const filterId = await save(cast.desk, "超时", true);
    const refused = { code: "forbidden" };
    await expect(as(cast.second, () => changeFilter({ filterId, name: "x" }))).rejects.toMatchObject(refused);
    await expect(as(cast.second, () => removeFilter({ filterId }))).rejects.toMatchObject(refused);
    await as(cast.headquarters, () => changeFilter({ filterId, name: "都超时" }));
    expect((await seen(cast.second)).items).toMatchObject([{ name: "都超时", ownerName: cast.desk.name }]);
    const taking = as(cast.headquarters, () => changeFilter({ filterId, shared: false }));
    await expect(taking).rejects.toMatchObject(refused);
    await as(cast.desk, () => changeFilter({ filterId, shared: false }));
    expect(await namesOf(cast.second)).toEqual([]);
    expect(await namesOf(cast.desk)).toEqual(["都超时"]);
    await as(cast.desk, () => changeFilter({ filterId, shared: true }));
    await as(cast.headquarters, () => removeFilter({ filterId }));
    expect(await namesOf(cast.desk)).toEqual([]);
  });

  it("are renamed and changed apart from each other", async () => {
    const filterId = await save(cast.desk, "漏水", false, { category: "leak" });
    await as(cast.desk, () => changeFilter({ filterId, name: "漏水类" }));
    expect((await seen(cast.desk)).items).toMatchObject([{ name: "漏水类", filter: { category: "leak" } }]);
    await as(cast.desk, () => changeFilter({ filterId, filter: { kind: "complaint" } }));
    expect((await seen(cast.desk)).items).toMatchObject([{ name: "漏水类", filter: { kind: "complaint" } }]);
  });

  it("hold one that the member's list begins with, own or shared, until it is gone", async () => {
    const own = await save(cast.desk, "漏水");
    const shared = await save(cast.second, "超时", true);
    expect((await seen(cast.desk)).defaultId).toBeUndefined();
    await as(cast.desk, () => setDefaultFilter({ filterId: own }));
    expect((await seen(cast.desk)).defaultId).toBe(own);
    expect((await seen(cast.second)).defaultId).toBeUndefined();
    await as(cast.desk, () => setDefaultFilter({ filterId: shared }));
    expect((await seen(cast.desk)).defaultId).toBe(shared);
    await as(cast.second, () => removeFilter({ filterId: shared }));
    expect((await seen(cast.desk)).defaultId).toBeUndefined();
    await as(cast.desk, () => setDefaultFilter({ filterId: own }));
    await as(cast.desk, () => removeFilter({ filterId: own }));
    expect(await seen(cast.desk)).toEqual({ items: [] });
    const last = await save(cast.desk, "漏水");
    await as(cast.desk, () => setDefaultFilter({ filterId: last }));
    await as(cast.desk, () => setDefaultFilter({ filterId: null }));
    expect((await seen(cast.desk)).defaultId).toBeUndefined();
  });

  it("saved at once are all kept", async () => {
    const names = Array.from({ length: 5 }, (_, i) => `筛选${i}`);
    await Promise.all(names.map((name) => save(cast.desk, name, true)));
    expect((await namesOf(cast.desk)).sort()).toEqual(names);
  });

  it("name nobody of another firm, nor a project out of reach", async () => {
    const bad = [{ assigneeId: newId("member") }, { projectId: cast.other.projectId }];
    const filterId = await save(cast.technician, "我的");
    for (const filter of bad) {
      await expect(save(cast.technician, "新的", false, filter)).rejects.toMatchObject(unknown);
      const changing = as(cast.technician, () => changeFilter({ filterId, filter }));
      await expect(changing).rejects.toMatchObject(unknown);
    }
  });

  it("are refused without a name, under a long one, under one that is taken, or saying what is none", async () => {
    await save(cast.desk, "漏水");
    const shared = await save(cast.second, "超时", true);
    const refused = { code: "bad_request" };
    await expect(save(cast.desk, "  ")).rejects.toMatchObject(refused);
    await expect(save(cast.desk, "长".repeat(31))).rejects.toMatchObject(refused);
    await expect(save(cast.desk, "新的", false, { word: "x" })).rejects.toMatchObject(refused);
    await expect(save(cast.desk, "漏水")).rejects.toMatchObject({ code: "conflict", field: "name" });
    await expect(save(cast.desk, "超时")).rejects.toMatchObject({ code: "conflict" });
    const renaming = as(cast.second, () => changeFilter({ filterId: shared, name: "超时" }));
    await expect(renaming).resolves.toBeDefined();
    await save(cast.technician, "漏水");
  });
});

describe("so many filters", () => {
  const filter = (name: string) => ({ filterId: newId("filter"), name, filter: {} });
  const many = (count: number) => Array.from({ length: count }, (_, i) => filter(`筛选${i}`));
  const none: Kept = { own: [], shared: [] };

  it("are kept by one member, and shared by a firm, and no more", () => {
    const own = { ...none, own: many(mostOwn - 1) };
    expect(withSaved(own, filter("新的"), false, cast.desk).own).toHaveLength(mostOwn);
    const full = { ...none, own: many(mostOwn) };
    expect(() => withSaved(full, filter("新的"), false, cast.desk)).toThrow(/30 filters/);
    const owner = { ownerId: cast.desk.memberId, ownerName: "x" };
    const shared = { ...none, shared: many(mostShared).map((one) => ({ ...one, ...owner })) };
    expect(() => withSaved(shared, filter("新的"), true, cast.desk)).toThrow(/50 filters/);
    expect(withSaved(shared, filter("新的"), false, cast.desk).own).toHaveLength(1);
  });
});
