import { withActor } from "@frontdesk/core/context";
import { find } from "@frontdesk/core/find/index";
import { getHouse, House, houseIdOf } from "@frontdesk/core/house/index";
import { derivedId } from "@frontdesk/core/id";
import { Residency } from "@frontdesk/core/resident/index";
import { metered } from "@frontdesk/core/table/client";
import { firmRecord, memberOf } from "./firm";
import type { Row } from "./row";

const count = 100_000;
const bound = 5;
const tenantId = derivedId("tenant", "bench", "phone");
const projectId = derivedId("project", "bench", "phone");
const phoneOf = (i: number) => `+86138${String(10_000_000 + i * 37)}`;

/** A firm with 100,000 residents, each in a house of their own. */
export function* records() {
  yield firmRecord(tenantId);
  const stamp = { tenantId, rev: 1, projectId };
  for (let i = 0; i < count; i++) {
    const [building, unit, room] = [
      String(1 + (i % 50)),
      String(1 + (i % 4)),
      String(100 + Math.floor(i / 200)),
    ];
    const code = `${building}-${unit}-${room}-${i % 200}`;
    const houseId = houseIdOf(projectId, code);
    const createdAt = "2026-01-01T00:00:00.000Z";
    yield House.record({
      ...stamp,
      houseId,
      code,
      building,
      unit,
      room,
      areaHundredths: 9_000,
      occupancy: "occupied",
      createdAt,
    });
    yield Residency.record({
      ...stamp,
      residentId: derivedId("resident", projectId, String(i)),
      houseId,
      houseCode: code,
      as: "owner",
      name: `业主${i}`,
      phone: phoneOf(i),
      locale: "zh-CN",
      refuses: [],
      sound: `yezhu${i}`,
      initials: "yz",
    });
  }
}

/** Read units of the caller look-up – the number typed, then its house and people – among 100,000 residents. */
export async function phoneLookup(): Promise<Row> {
  const { spent } = await withActor(memberOf(tenantId), () =>
    metered(async () => {
      const { items } = await find({ text: phoneOf(54_321).slice(3) });
      if (items.length !== 1) throw new Error(`Found ${items.length} for one number`);
      await getHouse({ houseId: items[0]?.houseId ?? "" });
    }),
  );
  return {
    name: "phone-lookup",
    value: spent.read,
    baseline: 1,
    ratio: spent.read,
    bound: `${bound} units`,
    kept: spent.read <= bound,
    unit: "read units",
  };
}
