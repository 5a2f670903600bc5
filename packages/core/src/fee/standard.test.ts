import { beforeAll, describe, expect, it } from "vitest";
import { mintTenant } from "../testing/tenant";
import { startRun } from "./run";
import { changeFeeSettings, getFeeSettings } from "./settings";
import { createStandard, inForce, listStandards, withdrawStandard } from "./standard";
import { addHouse, addStandard, at, type Firm, mintFeeFirm } from "./testing";

let firm: Firm;
beforeAll(async () => {
  firm = await mintTenant();
});

describe("standards in force", () => {
  const standard = (item: string, from: string, fenPerM2: number, withdrawn?: boolean) => ({
    ...{ item, from, fenPerM2 },
    withdrawn: withdrawn ? { at: "2026-01-01T00:00:00.000Z", by: "x", reason: "slip" } : undefined,
  });

  it("are the last of each item that had begun, never two, none before the first", () => {
    const all = [
      standard("物业费", "2024-01", 200),
      standard("物业费", "2026-07", 250),
      standard("公摊", "2026-01", 30),
      standard("物业费", "2026-03", 999, true),
    ];
    const prices = (period: string) => inForce(all, period).map(({ item, fenPerM2 }) => [item, fenPerM2]);
    expect(prices("2023-12")).toEqual([]);
    expect(prices("2024-01")).toEqual([["物业费", 200]]);
    expect(prices("2026-06")).toEqual([
      ["公摊", 30],
      ["物业费", 200],
    ]);
    expect(prices("2026-07")).toEqual([
      ["公摊", 30],
      ["物业费", 250],
    ]);
  });
});

describe("setting a standard", () => {
  it("keeps who set it and on what approval, and refuses a second from the same month", async () => {
    const made = await addStandard(firm, 230, "2026-01");
    expect(made).toMatchObject({ fenPerM2: 230, approval: "合同第八条", by: expect.stringMatching(/^mem_/) });
    await expect(addStandard(firm, 240, "2026-01")).rejects.toMatchObject({
      code: "conflict",
      field: "from",
    });
    const { items } = await firm.as("auditor", () => listStandards({ projectId: firm.projectId }));
    expect(items).toEqual([made]);
  });

  it("lets one of two through that come at once", async () => {
    const both = await Promise.allSettled([addStandard(firm, 1, "2026-02"), addStandard(firm, 2, "2026-02")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("needs fee.manage, a price in whole fen and an approval", async () => {
    const wish = {
      projectId: firm.projectId,
      item: "物业费",
      fenPerM2: 250,
      from: "2027-01",
      approval: "决议",
    };
    await expect(firm.as("front_desk", () => createStandard(wish))).rejects.toMatchObject({
      code: "forbidden",
    });
    for (const wrong of [
      { fenPerM2: 2.5 },
      { fenPerM2: -1 },
      { from: "2027-13" },
      { from: "2050-01" },
      { approval: " " },
    ])
      await expect(firm.as("finance", () => createStandard({ ...wish, ...wrong }))).rejects.toMatchObject({
        code: "bad_request",
        field: Object.keys(wrong)[0],
      });
  });

  it("knows only projects of the member's own", async () => {
    const other = await mintTenant();
    const foreign = () => listStandards({ projectId: other.projectId });
    await expect(firm.as("finance", foreign)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("months that have been billed", () => {
  it("are never reached by a later standard, nor is theirs withdrawn; the months after them may change", async () => {
    const { firm: own } = await mintFeeFirm();
    await at(own, "2026-11-05T02:00:00.000Z", () =>
      startRun({ projectId: own.projectId, period: "2026-11" }),
    );
    for (const from of ["2020-02", "2026-11"])
      await expect(addStandard(own, 300, from)).rejects.toMatchObject({ code: "conflict", field: "from" });
    await expect(addStandard(own, 300, "2019-01")).resolves.toMatchObject({ from: "2019-01" });
    const later = await addStandard(own, 300, "2026-12");
    const { items } = await own.as("finance", () => listStandards({ projectId: own.projectId }));
    const used = items.find(({ from }) => from === "2020-01");
    const withdraw = (standardId: string) =>
      own.as("finance", () => withdrawStandard({ projectId: own.projectId, standardId, reason: "写错了" }));
    await expect(withdraw(used?.standardId ?? "")).rejects.toMatchObject({ code: "conflict" });
    await expect(withdraw(later.standardId)).resolves.toMatchObject({ withdrawn: { reason: "写错了" } });
    await expect(withdraw(later.standardId)).rejects.toMatchObject({ code: "conflict" });
    await expect(addStandard(own, 280, "2026-12")).resolves.toMatchObject({ fenPerM2: 280 });
  });
});

describe("settings", () => {
  it("have defaults, change one by one, and stay within bounds", async () => {
    const { projectId } = firm;
    const settings = { dueDays: 0, reminders: true, reminderDays: 7 };
    expect(await firm.as("auditor", () => getFeeSettings({ projectId }))).toEqual(settings);
    await addHouse(firm, { code: "9-9-909" });
    const changed = await firm.as("finance", () => changeFeeSettings({ projectId, dueDays: 10 }));
    expect(changed).toEqual({ ...settings, dueDays: 10 });
    const far = firm.as("finance", () => changeFeeSettings({ projectId, dueDays: 91 }));
    await expect(far).rejects.toMatchObject({ code: "bad_request", field: "dueDays" });
  });
});
