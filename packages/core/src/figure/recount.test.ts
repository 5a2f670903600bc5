import { expect, it } from "vitest";
import { table } from "../table/client";
import { packed } from "../table/packed";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { storeIn } from "../ticket/made.testing";
import { Ticket } from "../ticket/ticket.entity";
import { cellsIn } from "./counted.entity";
import { drill } from "./drill";
import { memoryOf } from "./fold";
import { recount } from "./recount";

/** A firm with some tickets, counted. */
async function counted(tickets: number) {
  const firm = await mintTenant();
  const { tenantId, projectId } = firm;
  const own = { tenantId, projectId, createdAt: "2026-10-05T02:00:00.000Z" };
  const keys = [];
  for (let i = 0; i < tickets; i++) keys.push(Ticket.key(await storeIn("registered", own), tenantId));
  await recount(tenantId, { repair: true });
  return { firm, keys };
}

it("lists again, when it repairs, what an earlier version listed elsewhere", async () => {
  const { firm, keys } = await counted(3);
  const { tenantId, projectId } = firm;
  const listed = () =>
    firm.as("headquarters", async () => {
      const { items } = await drill({ projectId, figure: "created", period: "2026-10" });
      return items.length;
    });
  expect(await listed()).toBe(3);
  const stored = await firm.asSystem(() => memoryOf(keys.slice(0, 2)));
  await table.transact({
    TransactItems: stored.map((one) => ({ Put: { Item: { ...one, gsi1sk: "an earlier place" } } })),
    actsFor: tenantId,
  });
  expect(await listed()).toBe(1);
  expect(await recount(tenantId)).toMatchObject({ records: 3, misplaced: 2, differences: [] });
  expect(await listed()).toBe(1);
  expect(await recount(tenantId, { repair: true })).toMatchObject({ misplaced: 0, differences: [] });
  expect(await listed()).toBe(3);
  expect(await recount(tenantId)).toMatchObject({ misplaced: 0, differences: [] });
});

it("tells of what the stream lost, and mends it", async () => {
  const { firm, keys } = await counted(2);
  const { tenantId } = firm;
  const [ticket] = await firm.asSystem(() => Ticket.batch([{ ticketId: keys[0]?.pk.split("#")[1] ?? "" }]));
  const work = new Work(tenantId);
  if (ticket) work.patch(Ticket, ticket, { state: "void" });
  await work.commit();
  const { differences } = await recount(tenantId);
  expect(differences).toContainEqual(expect.objectContaining({ kept: 2, counted: 1 }));
  expect(await recount(tenantId, { repair: true })).toMatchObject({ differences: [] });
});

it("forgets what an earlier version counted and no figure is made of any more", async () => {
  const { firm, keys } = await counted(1);
  const { tenantId, projectId } = firm;
  const [stored] = await firm.asSystem(() => memoryOf(keys));
  const gone = { [`service|2026|${projectId}|10|rated5`]: 1, [`portents|2026|${projectId}|10|seen`]: 1 };
  const cells = { ...cellsIn(stored?.cells as Uint8Array), ...gone };
  await table.transact({
    TransactItems: [{ Put: { Item: { ...stored, cells: packed(cells) } } }],
    actsFor: tenantId,
  });
  expect(await recount(tenantId, { repair: true })).toMatchObject({ records: 1, differences: [] });
});
