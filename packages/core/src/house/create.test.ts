import { describe, expect, it } from "vitest";
import { withActor } from "../context";
import { find } from "../find/index";
import { mintTenant } from "../testing/tenant";
import { createHouse, getHouse, listHouses } from "./index";

describe("a house entered by hand", () => {
  it("has the code an import would give it, and is found at once", async () => {
    const firm = await mintTenant();
    const { projectId } = firm;
    const desk = firm.member("front_desk", [projectId]);
    await withActor(desk, async () => {
      const house = await createHouse({
        ...{ projectId, building: "3号楼", unit: "一单元", room: "502室", areaHundredths: 8_950 },
        ...{ handoverDate: "2020-05-01", occupancy: "vacant", note: "双开门" },
      });
      expect(house).toMatchObject({
        ...{ code: "3-1-502", building: "3", unit: "1", room: "502", areaHundredths: 8_950 },
        ...{ handoverDate: "2020-05-01", occupancy: "vacant", note: "双开门" },
      });
      expect(await getHouse({ houseId: house.houseId })).toMatchObject({ code: "3-1-502", people: [] });
      for (const text of ["3-1-5", "502"]) expect((await find({ text })).items).toHaveLength(1);
      await createHouse({ projectId, building: "A座", room: "1203", areaHundredths: 1 });
      expect((await listHouses({ projectId })).items.map(({ code }) => code)).toEqual(["3-1-502", "A-1203"]);
    });
  });

  it("is there once, however it is written and however often at once", async () => {
    const firm = await mintTenant();
    const enter = (building: string) =>
      firm.as("front_desk", () =>
        createHouse({ projectId: firm.projectId, building, unit: "1", room: "502", areaHundredths: 9_000 }),
      );
    const outcomes = await Promise.allSettled(["3", "3栋", "03", "三号楼", "Building 3"].map(enter));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(enter("3")).rejects.toMatchObject({ code: "conflict", field: "room" });
  });

  it.each([
    [{ building: "栋" }, "building"],
    [{ building: " " }, "building"],
    [{ unit: "单元" }, "unit"],
    [{ room: "室" }, "room"],
    [{ building: "x".repeat(20), unit: "y".repeat(20), room: "z".repeat(20) }, "room"],
    [{ areaHundredths: 0 }, "areaHundredths"],
    [{ handoverDate: "2026-02-30" }, "handoverDate"],
    [{ occupancy: "haunted" as "vacant" }, "occupancy"],
  ])("is refused with %j", async (wrong, field) => {
    const firm = await mintTenant();
    const right = { projectId: firm.projectId, building: "3", room: "502", areaHundredths: 9_000 };
    await expect(firm.as("front_desk", () => createHouse({ ...right, ...wrong }))).rejects.toMatchObject({
      code: "bad_request",
      field,
    });
  });

  it("goes into a project one works in, by who manages houses", async () => {
    const [firm, other] = [await mintTenant(), await mintTenant()];
    const house = { projectId: firm.projectId, building: "3", room: "502", areaHundredths: 9_000 };
    await expect(firm.as("technician", () => createHouse(house))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(other.as("headquarters", () => createHouse(house))).rejects.toMatchObject({
      code: "not_found",
    });
    const elsewhere = firm.member("front_desk", [other.projectId]);
    await expect(withActor(elsewhere, () => createHouse(house))).rejects.toMatchObject({ code: "not_found" });
  });
});
