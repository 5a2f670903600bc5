import { expect, it } from "vitest";
import { Work } from "../table/work";
import { mintTenant } from "../testing/tenant";
import { storeIn } from "../ticket/made.testing";
import { Ticket } from "../ticket/ticket.entity";
import { fold } from "./fold";
import { Grid } from "./grid";
import { recount } from "./recount";
import { type FamilyName, families } from "./sheet";
import { gridOf, Sheet } from "./sheet.entity";

/** A family's numbers as an earlier version stored them. */
function before(family: FamilyName, of: Grid): Uint8Array<ArrayBuffer> {
  const wide = new Grid({ ...families[family], width: families[family].width === 3 ? 4 : 8 });
  for (const { row, column, value } of of.nonZero()) wide.add(row, column, value);
  return wide.toBytes();
}

it("reads sheets that an earlier version wrote, and goes on with them in fewer bytes", async () => {
  const { tenantId, projectId, asSystem } = await mintTenant();
  const own = { tenantId, projectId, createdAt: "2026-10-05T02:00:00.000Z" };
  const add = async () => fold([Ticket.key(await storeIn("registered", own), tenantId)]);
  const key = { scope: "2026", projectId };
  await add();
  const sheet = await asSystem(() => Sheet.need(key));
  const collection = new Grid(families.collection);
  collection.add("03", "billed", 9_000_000_000_001);
  collection.add("04", "recovered", -5);
  const grids = {
    service: before("service", gridOf(sheet, "service")),
    collection: before("collection", collection),
  };
  const work = new Work(tenantId);
  work.patch(Sheet, sheet, { grids, layout: undefined });
  await work.commit();
  const old = await asSystem(() => Sheet.need(key));
  expect(old.layout).toBeUndefined();
  expect(gridOf(old, "service").at("10", "created")).toBe(1);
  expect([...gridOf(old, "collection").nonZero()]).toEqual([...collection.nonZero()]);

  await add();
  const now = await asSystem(() => Sheet.need(key));
  expect(gridOf(now, "service").at("10", "created")).toBe(2);
  expect([...gridOf(now, "collection").nonZero()]).toEqual([...collection.nonZero()]);
  expect(now.grids.service?.length).toBeLessThan(grids.service.length);
  const { differences } = await recount(tenantId);
  // The fees were made up here; all that was counted from tickets is right.
  expect(differences.filter(({ cell }) => !cell.startsWith("collection"))).toEqual([]);
});
