import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { find } from "../find/index";
import { addHouse, houseIdOf } from "../house/index";
import { newId } from "../id";
import { table } from "../table/client";
import { Work } from "../table/work";
import { ownDatabase } from "../testing/own-database";
import { mintTenant } from "../testing/tenant";
import { changeResident, followResidents, Residency, Resident } from "./index";
import { residenciesOf, residencyOf } from "./residency";

ownDatabase();
const count = 250;
let firm: Awaited<ReturnType<typeof mintTenant>>;
const residentId = newId("resident");

beforeAll(async () => {
  firm = await mintTenant();
  const { tenantId, projectId } = firm;
  const codes = Array.from({ length: count }, (_, i) => `9-1-${101 + i}`);
  const homes = codes.map((houseCode) => ({
    houseId: houseIdOf(projectId, houseCode),
    houseCode,
    as: "owner" as const,
  }));
  const first = new Work(tenantId);
  const person = { residentId, projectId, name: "锦绣开发", phone: "+8613800001111" };
  const resident = first.create(Resident, {
    ...{ ...person, sound: "jinxiukaifa", initials: "jxkf", homes },
    createdAt: first.now,
  });
  await first.commit();
  for (let start = 0; start < count; start += 30) {
    const work = new Work(tenantId);
    for (const { houseId, houseCode: code } of homes.slice(start, start + 30)) {
      const [building = "", unit = "", room = ""] = code.split("-");
      const place = { houseId, projectId, code, building, unit, room };
      const house = addHouse(work, { ...place, areaHundredths: 9_000, createdAt: work.now });
      work.create(Residency, residencyOf(resident, house, "owner"));
    }
    await work.commit();
  }
});
afterEach(() => vi.restoreAllMocks());

const phones = () =>
  firm.asSystem(async () => {
    const ties = await residenciesOf(await Resident.need({ residentId }));
    return ties.map(({ phone }) => phone);
  });
const change = (phone: string, more: object = {}) =>
  firm.as("front_desk", () => changeResident({ residentId, phone, ...more }));
const behind = async (phone: string) => (await phones()).filter((one) => one !== phone).length;

it("somebody with 250 houses is changed for all of them, in pieces that follow each other", async () => {
  const phone = "+8613800002222";
  expect(await change(phone, { name: "锦绣置业" })).toMatchObject({ phone, name: "锦绣置业" });
  expect(await behind(phone)).toBe(count - 90);
  await followResidents();
  expect(await behind(phone)).toBe(0);
  expect(await firm.asSystem(() => Resident.need({ residentId }))).not.toHaveProperty("followSince");
  const { items } = await firm.as("front_desk", () => find({ text: "jxzy" }));
  expect(new Set(items.map(({ name }) => name))).toEqual(new Set(["锦绣置业"]));
  expect((await firm.as("front_desk", () => find({ text: "jxkf" }))).items).toEqual([]);
});

it("goes on where it stopped when killed, takes up a change made meanwhile, and does nothing the second time", async () => {
  await change("+8613800003333");
  const write = table.transact;
  let calls = 0;
  const spy = vi.spyOn(table, "transact").mockImplementation(async (input) => {
    calls++;
    const output = await write(input);
    if (calls === 1) throw new Error("killed after writing");
    return output;
  });
  await expect(followResidents()).rejects.toThrow();
  spy.mockRestore();
  expect(await behind("+8613800003333")).toBe(count - 180);
  const last = "+8613800004444";
  await change(last);
  await Promise.all([followResidents(), followResidents()]);
  expect(await behind(last)).toBe(0);
  const idle = vi.spyOn(table, "transact");
  await followResidents();
  expect(idle).not.toHaveBeenCalled();
});
