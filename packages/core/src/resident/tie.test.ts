import { beforeEach, describe, expect, it } from "vitest";
import { asIfAt } from "../clock";
import { withActor } from "../context";
import { find } from "../find/index";
import { createHouse, getHouse } from "../house/index";
import { Work } from "../table/work";
import { mintProject, mintTenant } from "../testing/tenant";
import { addResident, changeResident, endResidency, tieResident } from "./index";

let firm: Awaited<ReturnType<typeof mintTenant>>;
const desk = <T>(body: () => T): T => firm.as("front_desk", body);
const enter = (room: string, projectId = firm.projectId) =>
  firm.as("headquarters", () =>
    createHouse({ projectId, building: "3", unit: "1", room, areaHundredths: 9_000 }),
  );
const peopleOf = async (houseId: string) => (await desk(() => getHouse({ houseId }))).people;

beforeEach(async () => {
  firm = await mintTenant();
});

it("a tie begins on the firm's own day, and does not end before it", async () => {
  const { houseId } = await enter("502");
  // Half past six in the morning of the 22nd in Shanghai.
  await asIfAt("2026-11-21T22:30:00.000Z", () =>
    desk(async () => {
      const { residentId } = await addResident({ houseId, as: "owner", name: "林晓" });
      expect((await getHouse({ houseId })).people).toMatchObject([{ residentId, from: "2026-11-22" }]);
      const end = (to: string) => endResidency({ houseId, residentId, as: "owner", to });
      await expect(end("2026-11-21")).rejects.toMatchObject({ code: "bad_request", field: "to" });
      expect(await end("2026-11-22")).toMatchObject({ to: "2026-11-22" });
      await expect(end("2026-11-23")).rejects.toMatchObject({ code: "conflict" });
    }),
  );
});

describe("a second house", () => {
  it("is found by the same person, who is changed for both at once", async () => {
    const [first, second] = [await enter("501"), await enter("502")];
    await desk(async () => {
      const { residentId } = await addResident({
        houseId: first.houseId,
        as: "owner",
        name: "林晓",
        phone: "+8613800001111",
        keyCare: "独居老人",
      });
      const tie = { houseId: second.houseId, residentId, as: "occupant" as const };
      expect(await tieResident({ ...tie, from: "2026-05-01" })).toMatchObject({
        ...{ houseCode: "3-1-502", name: "林晓", phone: "+8613800001111", keyCare: "独居老人" },
        ...{ as: "occupant", from: "2026-05-01" },
      });
      await expect(tieResident(tie)).rejects.toMatchObject({ code: "conflict" });
      await changeResident({ residentId, phone: "+8613900002222" });
    });
    for (const actor of ["all", [firm.projectId]] as const) {
      const member = firm.member("front_desk", actor === "all" ? "all" : [...actor]);
      const { items } = await withActor(member, () => find({ text: "13900002222" }));
      expect(items.map(({ houseCode, as }) => `${houseCode} ${as}`).sort()).toEqual([
        "3-1-501 owner",
        "3-1-502 occupant",
      ]);
    }
  });

  it("once left is left alone; the first stays, and who comes back begins anew", async () => {
    const [first, second] = [await enter("501"), await enter("502")];
    const { residentId } = await desk(() =>
      addResident({ houseId: first.houseId, as: "owner", name: "林晓" }),
    );
    const tie = { houseId: second.houseId, residentId, as: "owner" as const };
    await desk(() => tieResident({ ...tie, from: "2025-01-01" }));
    await desk(() => endResidency({ ...tie, to: "2025-06-30" }));
    expect((await desk(() => find({ text: "林晓" }))).items.map(({ houseId }) => houseId)).toEqual([
      first.houseId,
    ]);
    const early = desk(() => tieResident({ ...tie, from: "2025-06-29" }));
    await expect(early).rejects.toMatchObject({ code: "bad_request", field: "from" });
    await desk(() => tieResident({ ...tie, from: "2026-01-01" }));
    const [back] = await peopleOf(second.houseId);
    expect(back).toMatchObject({ from: "2026-01-01", earlier: [{ from: "2025-01-01", to: "2025-06-30" }] });
    expect(back).not.toHaveProperty("to");
    expect(await peopleOf(first.houseId)).toHaveLength(1);
  });

  it("lies in the person's own project, within reach", async () => {
    const work = new Work(firm.tenantId);
    const elsewhere = mintProject(work, "云栖苑").projectId;
    await work.commit();
    const [mine, theirs] = [await enter("501"), await enter("502", elsewhere)];
    const { residentId } = await desk(() =>
      addResident({ houseId: mine.houseId, as: "owner", name: "林晓" }),
    );
    const tie = { houseId: theirs.houseId, residentId, as: "owner" as const };
    await expect(desk(() => tieResident(tie))).rejects.toMatchObject({
      code: "bad_request",
      field: "residentId",
    });
    for (const project of [firm.projectId, elsewhere])
      await expect(
        withActor(firm.member("front_desk", [project]), () => tieResident(tie)),
      ).rejects.toMatchObject({ code: "not_found" });
    await expect(firm.as("technician", () => tieResident(tie))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("comes once, however often it is sent at once", async () => {
    const [first, second] = [await enter("501"), await enter("502")];
    const { residentId } = await desk(() =>
      addResident({ houseId: first.houseId, as: "owner", name: "林晓" }),
    );
    const outcomes = await Promise.allSettled(
      Array.from({ length: 5 }, () =>
        desk(() => tieResident({ houseId: second.houseId, residentId, as: "owner" })),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await peopleOf(second.houseId)).toHaveLength(1);
  });
});
