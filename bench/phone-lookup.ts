import type { MemberActor } from "@frontdesk/core/actor";
import { withActor } from "@frontdesk/core/context";
import { find } from "@frontdesk/core/find/index";
import { getHouse, House, HouseEnd, houseIdOf } from "@frontdesk/core/house/index";
import { derivedId } from "@frontdesk/core/id";
import { Residency, Resident } from "@frontdesk/core/resident/index";
import { metered } from "@frontdesk/core/table/client";
import { firmRecord, memberOf } from "./firm";
import type { Row } from "./row";

const count = 100_000;
const projects = 50;
const bound = 5;
const tenantId = derivedId("tenant", "bench", "phone");
const projectOf = (i: number) => derivedId("project", "bench", "phone", String(i % projects));
const phoneOf = (i: number) => `+86138${String(10_000_000 + i * 37)}`;
const codeOf = (i: number) => {
  const inProject = Math.floor(i / projects);
  return `${1 + (inProject % 10)}-${1 + (inProject % 2)}-${101 + Math.floor(inProject / 10)}`;
};

/** A firm of 50 projects with 100,000 residents, each in a house of their own. */
export function* records() {
  yield firmRecord(tenantId);
  for (let i = 0; i < count; i++) {
    const projectId = projectOf(i);
    const code = codeOf(i);
    const [building = "", unit = "", room = ""] = code.split("-");
    const houseId = houseIdOf(projectId, code);
    const stamp = { tenantId, rev: 1, projectId };
    const createdAt = "2026-01-01T00:00:00.000Z";
    const place = { ...stamp, houseId, code, building, unit, room };
    yield House.record({ ...place, areaHundredths: 9_000, occupancy: "occupied", createdAt });
    yield HouseEnd.record(place);
    const person = {
      ...stamp,
      residentId: derivedId("resident", projectId, String(i)),
      name: `业主${i}`,
      phone: phoneOf(i),
      locale: "zh-CN" as const,
      refuses: [],
      sound: `yezhu${i}`,
      initials: "yz",
    };
    const home = { houseId, houseCode: code, as: "owner" as const };
    yield Resident.record({ ...person, homes: [home], createdAt });
    yield Residency.record({ ...person, ...home });
  }
}

const everywhere = memberOf(tenantId);
const callerIndex = 54_321;
const inOne: MemberActor = { ...everywhere, role: "front_desk", projectIds: [projectOf(callerIndex)] };

/** Read units of looking a text up and opening the house that was meant. */
async function unitsOf(member: MemberActor, text: string, i: number): Promise<number> {
  const { spent } = await withActor(member, () =>
    metered(async () => {
      const { items } = await find({ text });
      const meant = items.find(({ houseId }) => houseId === houseIdOf(projectOf(i), codeOf(i)));
      if (!meant) throw new Error(`${text} does not find its house`);
      await getHouse({ houseId: meant.houseId });
    }),
  );
  return spent.read;
}

/**
 * Read units of the caller look-up – the number typed, then its house and people – among 100,000 residents: the most
 * of a number typed at headquarters, a number and a short house code typed in one project among many.
 */
export async function phoneLookup(): Promise<Row> {
  const number = phoneOf(callerIndex).slice(3);
  const units = [
    await unitsOf(everywhere, number, callerIndex),
    await unitsOf(inOne, number, callerIndex),
    await unitsOf(inOne, codeOf(callerIndex).split("-").slice(1).join("-"), callerIndex),
  ];
  const value = Math.max(...units);
  return {
    name: "phone-lookup",
    value,
    baseline: 1,
    ratio: value,
    bound: `${bound} units`,
    kept: value <= bound,
    unit: "read units",
  };
}
