import fc from "fast-check";
import { expect, it } from "vitest";
import * as z from "zod";
import { newId } from "../id";
import { mintTenant } from "../testing/tenant";
import { ticketIn } from "../ticket/made.testing";
import { Ticket } from "../ticket/ticket.entity";
import { entity } from "./entity";
import { fieldsOf, packedFields } from "./packed";
import { Work } from "./work";

const shape = {
  name: "testPacked",
  schema: z.object({ thingId: z.string(), words: z.string(), group: z.string().optional() }),
  key: (key: { thingId: string }) => [[key.thingId], "thing"] as const,
  indexes: {
    gsi1: ({ group, thingId }: { group?: string; thingId: string }) =>
      group ? ([["group", group], thingId] as const) : undefined,
  },
};
const Plain = entity(shape);
const Packed = entity({ ...shape, packed: true });

it("gives back whatever was packed", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (fields, pk) => {
      const kept = JSON.parse(JSON.stringify(fields));
      const key = { pk, sk: "thing" };
      expect(fieldsOf({ ...key, v: packedFields(fields, key) })).toMatchObject({ ...key, ...kept });
    }),
  );
});

it("still reads what an earlier day packed", () => {
  const bytes = Buffer.from("AatGN9wQV75BLR8gGV8JZzwYKtUCAA==", "base64");
  const key = { pk: "ten_1#tkt_1", sk: "ticket" };
  expect(fieldsOf({ ...key, v: bytes })).toMatchObject({
    ...key,
    ...{ ticketId: "tkt_1", state: "registered", words: "厨房漏水", rev: 1, tenantId: "ten_1" },
  });
  expect(() => fieldsOf({ ...key, v: Buffer.of(9) })).toThrow("later version");
});

it("shows nothing but keys, is found as ever, and changes from record to record", async () => {
  const { tenantId, asSystem } = await mintTenant();
  const thingId = newId("ticket");
  const first = new Work(tenantId);
  const made = first.create(Packed, { thingId, words: "漏水", group: "a" });
  await first.commit();
  expect(Object.keys(Packed.record(made)).sort()).toEqual([
    "gsi1pk",
    "gsi1sk",
    "kind_",
    "pk",
    "rev",
    "sk",
    "v",
  ]);
  await asSystem(async () => {
    expect(await Packed.need({ thingId })).toEqual(made);
    const second = new Work(tenantId);
    second.patch(Packed, made, { group: undefined });
    await second.commit();
    expect((await Packed.query("gsi1", ["group", "a"])).items).toEqual([]);
    expect(await Packed.need({ thingId })).toEqual({ thingId, words: "漏水", tenantId, rev: 2 });
  });
});

it("reads what was stored plainly, and packs it when it changes", async () => {
  const { tenantId, asSystem } = await mintTenant();
  const thingId = newId("ticket");
  const first = new Work(tenantId);
  first.create(Plain, { thingId, words: "漏水", group: "b" });
  await first.commit();
  await asSystem(async () => {
    const plain = await Packed.need({ thingId });
    expect(plain).toMatchObject({ thingId, words: "漏水", rev: 1 });
    const second = new Work(tenantId);
    second.patch(Packed, plain, { words: "不漏了" });
    await second.commit();
    expect((await Packed.query("gsi1", ["group", "b"])).items).toEqual([
      { thingId, words: "不漏了", group: "b", tenantId, rev: 2 },
    ]);
  });
});

it("keeps an ordinary ticket within a kilobyte, in each index it lies in", () => {
  const words = "厨房水管漏水，请尽快来看看，楼下邻居说天花板也湿了";
  const reporter = {
    residentId: newId("resident"),
    name: "王芳",
    phone: "+8613800001111",
    locale: "zh-CN" as const,
  };
  const assignee = { assigneeId: newId("member"), assigneeName: "王师傅", workerIds: [newId("member")] };
  const ticket = Ticket.record(ticketIn("closed", { words, reporter, ...assignee, houseCode: "3-1-502" }));
  const size = Object.entries(ticket).reduce(
    (sum, [name, value]) =>
      sum + name.length + (value instanceof Uint8Array ? value.length : String(value).length),
    0,
  );
  expect(size).toBeLessThan(1_000);
});
