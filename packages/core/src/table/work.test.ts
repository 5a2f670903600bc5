import { beforeAll, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { asIfAt } from "../clock";
import { withActor, withContext } from "../context";
import { newId } from "../id";
import { mintTenant } from "../testing/tenant";
import { verb } from "../verb";
import { table } from "./client";
import { sweep } from "./due";
import { entity } from "./entity";
import { nextNumber } from "./number";
import { Race, Work } from "./work";

const Thing = entity({
  name: "testThing",
  schema: z.object({
    thingId: z.string(),
    name: z.string().max(20),
    group: z.string().optional(),
    dueAt: z.string().optional(),
  }),
  key: (key: { thingId: string }) => [[key.thingId], "thing"],
  indexes: { gsi1: (thing) => (thing.group ? [["group", thing.group], thing.thingId] : undefined) },
  due: (thing) => (thing.dueAt ? { kind: "testThing", at: thing.dueAt } : undefined),
});
const thingView = z.object({ thingId: z.string(), name: z.string() });

const makeThing = verb({
  name: "thing.make",
  may: "ticket.register",
  input: z.strictObject({ name: z.string().min(1).max(20), group: z.string().optional() }),
  output: thingView.extend({ number: z.int() }),
  run: async ({ name, group }, work) => {
    const number = await nextNumber(work, "thing");
    return { ...work.create(Thing, { thingId: newId("ticket"), name, group }), number };
  },
});
const renameThing = verb({
  name: "thing.rename",
  may: "ticket.register",
  input: z.strictObject({ thingId: z.string(), name: z.string(), group: z.string().optional() }),
  output: thingView,
  run: async ({ thingId, ...changes }, work) => work.patch(Thing, await Thing.need({ thingId }), changes),
});

let firm: Awaited<ReturnType<typeof mintTenant>>;
let other: Awaited<ReturnType<typeof mintTenant>>;
beforeAll(async () => {
  [firm, other] = await Promise.all([mintTenant(), mintTenant()]);
});

describe("a verb's work", () => {
  it("is refused without sign-in, without permission, with unknown fields, in this order", async () => {
    await expect(makeThing({ name: "" })).rejects.toMatchObject({ code: "unauthenticated" });
    await expect(firm.as("auditor", () => makeThing({ name: "" }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(firm.as("front_desk", () => makeThing({ name: "" }))).rejects.toMatchObject({
      code: "bad_request",
      field: "name",
    });
    const extra = { name: "a", tenantId: other.tenantId };
    await expect(firm.as("front_desk", () => makeThing(extra))).rejects.toMatchObject({ field: "tenantId" });
  });

  it("numbers without gaps when many come at once", async () => {
    const made = await Promise.all(
      Array.from({ length: 30 }, (_, i) => firm.as("front_desk", () => makeThing({ name: `n${i}` }))),
    );
    expect(made.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 30 }, (_, i) => i + 1),
    );
  });

  it("gives another tenant the same answer for this tenant's id as for an unknown one", async () => {
    const { thingId } = await firm.as("front_desk", () => makeThing({ name: "mine" }));
    const foreign = await other.as("front_desk", () => renameThing({ thingId, name: "x" })).catch((e) => e);
    const unknown = await other
      .as("front_desk", () => renameThing({ thingId: newId("ticket"), name: "x" }))
      .catch((e) => e);
    expect({ ...foreign, message: foreign.message }).toEqual({ ...unknown, message: unknown.message });
    expect(foreign.code).toBe("not_found");
  });

  it("settles a race by running again on what is there", async () => {
    const { thingId } = await firm.as("front_desk", () => makeThing({ name: "race" }));
    await Promise.all(
      Array.from({ length: 6 }, (_, i) =>
        firm.as("front_desk", () => renameThing({ thingId, name: `r${i}` })),
      ),
    );
    const thing = await firm.asSystem(() => Thing.need({ thingId }));
    expect(thing.rev).toBe(7);
  });

  it("lets nothing loaded before undo what was loaded and changed later", async () => {
    const { thingId } = await firm.as("front_desk", () => makeThing({ name: "before" }));
    const before = await firm.asSystem(() => Thing.need({ thingId }));
    await firm.as("front_desk", () => renameThing({ thingId, name: "after" }));
    await firm.asSystem(async () => {
      const work = new Work(firm.tenantId);
      const after = work.patch(Thing, await Thing.need({ thingId }), { group: "g" });
      expect(() => work.patch(Thing, before, { group: "h" })).toThrow(Race);
      expect(work.patch(Thing, after, { group: undefined }).name).toBe("after");
    });
  });

  it("moves in and out of an index with its fields", async () => {
    const { thingId } = await firm.as("front_desk", () => makeThing({ name: "in", group: "g" }));
    const inGroup = () => firm.asSystem(async () => (await Thing.query("gsi1", ["group", "g"])).items.length);
    expect(await inGroup()).toBe(1);
    await firm.as("front_desk", () => renameThing({ thingId, name: "out", group: undefined }));
    expect(await inGroup()).toBe(0);
  });

  it("answers a repeated key with the first answer, and another body with a mismatch", async () => {
    const actor = firm.member("front_desk");
    const call = (bodyHash: string, name: string) =>
      withContext({ actor, requestId: "r", idempotency: { key: "key-0001", bodyHash } }, () =>
        makeThing({ name }),
      );
    const [first, ...twins] = await Promise.all([call("h", "a"), call("h", "a"), call("h", "a")]);
    expect(twins).toEqual([first, first]);
    await expect(call("other", "b")).rejects.toMatchObject({ code: "idempotency_mismatch" });
  });

  it("refuses a cursor of another tenant like an unknown id", async () => {
    await firm.as("front_desk", () => makeThing({ name: "1", group: "page" }));
    await firm.as("front_desk", () => makeThing({ name: "2", group: "page" }));
    const page = await firm.asSystem(() => Thing.query("gsi1", ["group", "page"], { limit: 1 }));
    expect(page.cursor).toBeDefined();
    const stolen = other.asSystem(() =>
      Thing.query("gsi1", ["group", "page"], { limit: 1, cursor: page.cursor }),
    );
    await expect(stolen).rejects.toMatchObject({ code: "not_found" });
  });

  it("passes over what another tenant put into one's index", async () => {
    const { thingId } = await firm.as("front_desk", () => makeThing({ name: "own", group: "shared" }));
    const Item = await other.asSystem(async () => ({
      ...Thing.record({ thingId: "planted", name: "planted", tenantId: other.tenantId, rev: 1 }),
      gsi1pk: `${firm.tenantId}#group#shared`,
      gsi1sk: "planted",
    }));
    await table.transact({ TransactItems: [{ Put: { Item } }], actsFor: other.tenantId });
    const said = vi.spyOn(process.stderr, "write").mockReturnValue(true);
    const { items } = await firm.asSystem(() => Thing.query("gsi1", ["group", "shared"]));
    expect(items).toMatchObject([{ thingId, tenantId: firm.tenantId }]);
    expect(said).toHaveBeenCalledWith(expect.stringContaining(`"foreign":"${other.tenantId}#planted"`));
    said.mockRestore();
  });

  it("finds what is due, once", async () => {
    const found: string[] = [];
    await firm.asSystem(async () => {
      const { Work } = await import("./work");
      const work = new Work(firm.tenantId);
      work.create(Thing, { thingId: "due-1", name: "due", dueAt: "2020-01-01T00:00:00.000Z" });
      work.create(Thing, { thingId: "due-2", name: "later", dueAt: "2040-01-01T00:00:00.000Z" });
      await work.commit();
    });
    const handle = async ({ pk, tenantId }: { pk: string; tenantId: string }) => {
      found.push(pk);
      const { Work } = await import("./work");
      const work = new Work(tenantId);
      const thing = await Thing.need({ thingId: pk.split("#")[1] ?? "" });
      work.patch(Thing, thing, { dueAt: undefined });
      await work.commit();
    };
    await asIfAt("2026-01-01T00:00:00.000Z", () => sweep("testThing", handle));
    await asIfAt("2026-01-01T00:00:00.000Z", () => sweep("testThing", handle));
    expect(found).toEqual([`${firm.tenantId}#due-1`]);
  });

  it("keeps a trail of who did what", async () => {
    const { listAudit } = await import("../audit/index");
    const page = await withActor(firm.member("auditor"), () => listAudit({ limit: 5 }));
    expect(page.items[0]).toMatchObject({
      verb: expect.stringMatching(/^thing\./),
      actor: expect.stringMatching(/^mem_/),
    });
  });
});
