import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../context";
import { addHouse, getHouse, houseIdOf } from "../house/index";
import { addResident, changeResident, endResidency } from "../resident/index";
import { metered } from "../table/client";
import { Work } from "../table/work";
import { mintProject, mintTenant } from "../testing/tenant";
import { find } from "./index";

let firm: Awaited<ReturnType<typeof mintTenant>>;
let other: Awaited<ReturnType<typeof mintTenant>>;
let houseId: string;
let secondProject: string;
const lookUp = async (text: string) => (await firm.as("front_desk", () => find({ text }))).items;

beforeAll(async () => {
  [firm, other] = await Promise.all([mintTenant(), mintTenant()]);
  const work = new Work(firm.tenantId);
  secondProject = mintProject(work, "滨江一号").projectId;
  for (const [projectId, code] of [
    [firm.projectId, "3-1-502"],
    [firm.projectId, "3-1-503"],
    [firm.projectId, "A-1-101"],
    [secondProject, "13-1-502"],
  ] as const) {
    const [building = "", unit = "", room = ""] = code.split("-");
    addHouse(work, {
      houseId: houseIdOf(projectId, code),
      projectId,
      code,
      building,
      unit,
      room,
      areaHundredths: 9_000,
      createdAt: work.now,
    });
  }
  await work.commit();
  houseId = houseIdOf(firm.projectId, "3-1-502");
  await firm.as("front_desk", async () => {
    await addResident({ houseId, as: "owner", name: "单雄信", phone: "+8613800001111", keyCare: "独居老人" });
    await addResident({ houseId, as: "occupant", name: "Anne O'Neill", phone: "+33612345678" });
    await addResident({
      houseId: houseIdOf(firm.projectId, "3-1-503"),
      as: "owner",
      name: "单晓",
      phone: "+8613900002222",
    });
    const other = houseIdOf(firm.projectId, "A-1-101");
    await addResident({ houseId: other, as: "owner", name: "罗成", phone: "+862155551234" });
  });
});

describe("the front desk's look-up", () => {
  it.each([
    ["1380000", "单雄信"],
    ["138 0000-1111", "单雄信"],
    ["+8613800001111", "单雄信"],
    ["１３８００００１１１１", "单雄信"],
    ["33612", "Anne O'Neill"],
    ["单雄", "单雄信"],
    ["shanxiong", "单雄信"],
    ["sxx", "单雄信"],
    ["anneo", "Anne O'Neill"],
    ["aon", "Anne O'Neill"],
  ])("finds %s", async (text, name) => {
    expect((await lookUp(text)).map((one) => one.name)).toContain(name);
  });

  it.each(["3-1-502", "1-502", "502", "3栋1单元502室", "3 1 502", "3-1-5"])(
    "finds the house by %s",
    async (text) => {
      expect((await lookUp(text)).map((one) => one.houseId)).toContain(houseId);
    },
  );

  it("does not show one name's bearer for another's", async () => {
    expect((await lookUp("单晓")).map((one) => one.name)).toEqual(["单晓"]);
  });

  it("shows a member only the projects they work in, and another firm nothing", async () => {
    const limited = firm.member("front_desk", [secondProject]);
    const hits = await withActor(limited, () => find({ text: "502" }));
    expect(hits.items.map((one) => one.houseCode)).toEqual(["13-1-502"]);
    expect((await other.as("headquarters", () => find({ text: "13800001111" }))).items).toEqual([]);
  });

  it.each([
    "021-5555 1234",
    "02155551234",
    "21 5555-1234",
    "+86 21 5555 1234",
    "0086-21-55551234",
    "0215555",
  ])("finds a landline by %s", async (text) => {
    expect((await lookUp(text)).map((one) => one.name)).toEqual(["罗成"]);
  });

  it("finds a house whose letter is typed small", async () => {
    expect((await lookUp("a-1-1")).map((one) => one.houseCode)).toEqual(["A-1-101"]);
  });

  it("costs a few read units", async () => {
    const { spent } = await firm.as("front_desk", () => metered(() => find({ text: "13800001111" })));
    expect(spent.read).toBeLessThanOrEqual(2);
  });

  it("follows a corrected name and phone, and forgets who moved out", async () => {
    const { people } = await firm.as("front_desk", () => getHouse({ houseId }));
    const anne = people.find((one) => one.as === "occupant");
    const residentId = anne?.residentId ?? "";
    await firm.as("front_desk", () =>
      changeResident({ residentId, name: "Anne Martin", phone: "+33700000000" }),
    );
    expect((await lookUp("33700")).map((one) => one.name)).toEqual(["Anne Martin"]);
    expect(await lookUp("33612")).toEqual([]);
    await firm.as("front_desk", () =>
      endResidency({ houseId, residentId, as: "occupant", to: "2099-12-31" }),
    );
    expect(await lookUp("33700")).toEqual([]);
    const after = await firm.as("front_desk", () => getHouse({ houseId }));
    expect(after.people.find((one) => one.residentId === residentId)?.to).toBe("2099-12-31");
  });
});
