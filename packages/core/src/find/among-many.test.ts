import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../context";
import { addHouse, getHouse, houseIdOf } from "../house/index";
import { addResident, changeResident, endResidency } from "../resident/index";
import { metered } from "../table/client";
import { Work } from "../table/work";
import { mintProject, mintTenant } from "../testing/tenant";
import { find } from "./index";

let firm: Awaited<ReturnType<typeof mintTenant>>;
/** Project after project with the same houses and people; the last is the one that is looked for. */
let projects: string[];
const rooms = ["1-1-502", "2-1-502", "3-1-502"];
let mine: string;

async function fill(projectId: string, name: string, number: number) {
  const work = new Work(firm.tenantId);
  for (const code of rooms) {
    const [building = "", unit = "", room = ""] = code.split("-");
    const place = { houseId: houseIdOf(projectId, code), projectId, code, building, unit, room };
    addHouse(work, { ...place, areaHundredths: 9_000, createdAt: work.now });
  }
  await work.commit();
  await firm.as("front_desk", async () => {
    for (const [i, code] of rooms.entries()) {
      const phone = `+8613800${number}${String(i).padStart(4, "0")}`;
      await addResident({ houseId: houseIdOf(projectId, code), as: "owner", name, phone });
    }
  });
}

beforeAll(async () => {
  firm = await mintTenant();
  const work = new Work(firm.tenantId);
  projects = Array.from({ length: 8 }, (_, i) => mintProject(work, `项目${i}`).projectId);
  await work.commit();
  for (const [i, projectId] of projects.entries()) await fill(projectId, i % 2 ? "张伟" : "章薇", i + 1);
  mine = projects.at(-1) ?? "";
});

const lookUp = (text: string, projectIds: string[] | "all") =>
  withActor(firm.member("front_desk", projectIds), () => metered(() => find({ text })));

describe("a member of some projects among many", () => {
  it.each([
    ["502", 3],
    ["1-502", 3],
    ["3-1-502", 1],
    ["1-1-5", 1],
    ["138", 3],
    ["zhangwei", 3],
    ["zw", 3],
    ["张伟", 3],
    ["张", 3],
  ])("finds all of one project by %s, within the look-up's bound", async (text, count) => {
    const { result, spent } = await lookUp(text, [mine]);
    expect(new Set(result.items.map(({ projectId }) => projectId))).toEqual(new Set([mine]));
    expect(new Set(result.items.map(({ houseId }) => houseId)).size).toBe(count);
    const { spent: opened } = await withActor(firm.member("front_desk", [mine]), () =>
      metered(() => getHouse({ houseId: result.items[0]?.houseId ?? "" })),
    );
    expect(spent.read + opened.read).toBeLessThanOrEqual(5);
  });

  it.each([2, 5])("finds houses of each of %i projects", async (some) => {
    const own = projects.slice(-some);
    const { result } = await lookUp("1-1-502", own);
    expect(result.items.map(({ projectId }) => projectId).sort()).toEqual([...own].sort());
    const people = await lookUp("zhang", own);
    expect(new Set(people.result.items.map(({ projectId }) => projectId))).toEqual(new Set(own));
  });

  it("asks the firm's indexes alone for a whole number, however many projects are the member's", async () => {
    const { result, spent } = await lookUp("1380080001", projects.slice(1));
    expect(result.items).toMatchObject([{ projectId: mine, houseCode: "2-1-502" }]);
    expect(spent.read).toBeLessThanOrEqual(2);
  });

  it("shows somebody of any of a firm's projects to those who work in all", async () => {
    const { result } = await lookUp("章薇", "all");
    expect(new Set(result.items.map(({ name }) => name))).toEqual(new Set(["章薇"]));
  });

  it("follows a change, and forgets who moved out", async () => {
    const houseId = houseIdOf(mine, "1-1-502");
    const names = async (text: string) => (await lookUp(text, [mine])).result.items.map(({ name }) => name);
    const residentId = (await lookUp("zhangwei", [mine])).result.items.find(
      (hit) => hit.houseId === houseId,
    )?.residentId;
    if (!residentId) throw new Error("not found");
    await firm.as("front_desk", () => changeResident({ residentId, name: "秦琼", phone: "+8613911112222" }));
    expect(await names("qinqiong")).toEqual(["秦琼"]);
    expect(await names("1391111")).toEqual(["秦琼"]);
    expect(await names("1380080000")).toEqual([]);
    await firm.as("front_desk", () => endResidency({ houseId, residentId, as: "owner", to: "2099-12-31" }));
    expect(await names("秦琼")).toEqual([]);
  });
});
