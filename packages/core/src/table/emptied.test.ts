import { beforeAll, describe, expect, it } from "vitest";
import { find } from "../find/index";
import { changeHouse, getHouse, House, houseIdOf } from "../house/index";
import { changeProject, getProject } from "../project/index";
import { addResident, changeResident } from "../resident/index";
import { mintTenant } from "../testing/tenant";
import { emptied } from "./emptied";
import { Work } from "./work";

let firm: Awaited<ReturnType<typeof mintTenant>>;
let houseId: string;

beforeAll(async () => {
  firm = await mintTenant();
  houseId = houseIdOf(firm.projectId, "3-1-502");
  const work = new Work(firm.tenantId);
  const size = { areaHundredths: 9_000, handoverDate: "2020-05-01", note: "双开门" };
  const place = { code: "3-1-502", building: "3", unit: "1", room: "502" };
  work.create(House, { houseId, projectId: firm.projectId, ...place, ...size, createdAt: work.now });
  await work.commit();
});

it("null takes a field away, and what is not named stays out", () => {
  expect(emptied({ a: null, b: 0, c: "", d: false, e: ["x"] })).toEqual({
    a: undefined,
    b: 0,
    c: "",
    d: false,
    e: ["x"],
  });
  expect(Object.keys(emptied({}))).toEqual([]);
});

describe("a correction", () => {
  it("empties what a person gave, there and where they are looked up, and leaves the rest", async () => {
    await firm.as("front_desk", async () => {
      const given = { name: "林晓", phone: "+8613700004444", email: "lin@example.com", keyCare: "独居" };
      const { residentId } = await addResident({ houseId, as: "owner", ...given });
      expect((await find({ text: "13700004444" })).items).toHaveLength(1);
      await changeResident({ residentId, phone: null, keyCare: null });
      expect((await find({ text: "13700004444" })).items).toEqual([]);
      const [person] = (await getHouse({ houseId })).people;
      expect(person).toMatchObject({ name: "林晓", email: "lin@example.com" });
      expect(person).not.toHaveProperty("phone");
      expect(person).not.toHaveProperty("keyCare");
    });
  });

  it("empties particulars of a house and a project", async () => {
    await firm.as("headquarters", async () => {
      await changeHouse({ houseId, note: null });
      const house = await getHouse({ houseId });
      expect(house).toMatchObject({ handoverDate: "2020-05-01" });
      expect(house).not.toHaveProperty("note");
      const { projectId } = firm;
      await changeProject({ projectId, phone: "0571-88886666", address: "文一路 1 号" });
      await changeProject({ projectId, phone: null });
      const project = await getProject({ projectId });
      expect(project).toMatchObject({ name: "翠湖花园", address: "文一路 1 号" });
      expect(project).not.toHaveProperty("phone");
    });
  });
});
