import { find } from "@frontdesk/core/find/index";
import { getHouse, House, houseIdOf } from "@frontdesk/core/house/index";
import { derivedId } from "@frontdesk/core/id";
import { Residency } from "@frontdesk/core/resident/index";
import { metered } from "@frontdesk/core/table/client";
import { mintTenant } from "@frontdesk/core/testing/tenant";
import { fill } from "./fill";
import type { Row } from "./row";

const count = 100_000;
const bound = 5;

/** Read units of the caller look-up – the number typed, then its house and people – among 100,000 residents. */
export async function phoneLookup(): Promise<Row> {
  const firm = await mintTenant();
  const phoneOf = (i: number) => `+86138${String(10_000_000 + i * 37)}`;
  await fill(records(firm, phoneOf));
  const { spent } = await firm.as("front_desk", () =>
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

function* records(firm: Awaited<ReturnType<typeof mintTenant>>, phoneOf: (i: number) => string) {
  const { tenantId, projectId } = firm;
  for (let i = 0; i < count; i++) {
    const code = `${1 + (i % 50)}-${1 + (i % 4)}-${100 + Math.floor(i / 200)}`;
    const houseId = houseIdOf(projectId, `${code}-${i}`);
    const stamp = { tenantId, rev: 1 };
    if (i % 10 === 1)
      yield House.record({
        ...stamp,
        houseId,
        projectId,
        code: `${code}-${i}`,
        building: "1",
        unit: "1",
        room: String(i),
        areaHundredths: 9_000,
        occupancy: "occupied",
        createdAt: new Date().toISOString(),
      });
    yield Residency.record({
      ...stamp,
      residentId: derivedId("resident", projectId, String(i)),
      houseId,
      projectId,
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
