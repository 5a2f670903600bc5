import { describe, expect, it } from "vitest";
import { asIfAt } from "../clock";
import { withActor } from "../context";
import { DomainError } from "../error";
import { Work } from "../table/work";
import { ownDatabase } from "../testing/own-database";
import { mintProject, mintTenant } from "../testing/tenant";
import { campaignStates, campaignTable, nextCampaignState } from "./campaign.states";
import { noon, run, start, state } from "./clocks.testing";
import { closeCampaign, getCampaign, listCampaigns, openSurvey, startCampaign } from "./index";
import { asHousehold, invitationsOf, mintHouses, ordinary } from "./survey.testing";

ownDatabase();

describe("the states of a campaign", () => {
  it("allow what the table says, and nothing else", () => {
    const walked = campaignStates.flatMap((from) =>
      (["open", "invited", "close"] as const).map((action) => {
        const to = campaignTable[from][action];
        if (to) expect(nextCampaignState(from, action)).toBe(to);
        else expect(() => nextCampaignState(from, action)).toThrow(DomainError);
        return `${from} ${action} ${to ?? "-"}`;
      }),
    );
    expect(walked).toEqual([
      "draft open opening",
      "draft invited -",
      "draft close closed",
      "opening open -",
      "opening invited open",
      "opening close closed",
      "open open -",
      "open invited -",
      "open close closed",
      "closed open -",
      "closed invited -",
      "closed close -",
    ]);
  });
});

describe("starting a campaign", () => {
  it("is headquarters' alone, over projects of its own", async () => {
    const [firm, other] = [await mintTenant(), await mintTenant()];
    const projectIds = [firm.projectId];
    await expect(firm.as("project_manager", () => startCampaign({ projectIds }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(other.as("headquarters", () => startCampaign({ projectIds }))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it.each([
    [{ opensOn: "2026-11-01" }, "opensOn"],
    [{ opensOn: "2027-12-01" }, "opensOn"],
    [{ closesOn: "2026-11-01" }, "closesOn"],
    [{ closesOn: "2027-11-04" }, "closesOn"],
    [{ closesOn: "2026-02-30" }, "closesOn"],
    [{ projectIds: [] }, "projectIds"],
    [{ title: { "zh-CN": "", en: "Survey" } }, "title.zh-CN"],
  ])("refuses %j", async (input, field) => {
    await expect(start(await mintTenant(), input)).rejects.toMatchObject({ code: "bad_request", field });
  });

  it("has a title in both languages and three weeks unless told otherwise", async () => {
    const firm = await mintTenant();
    expect(await start(firm, { closesOn: undefined })).toMatchObject({
      title: { "zh-CN": "2026年业户满意度调查", en: "2026 resident satisfaction survey" },
      opensOn: "2026-11-02",
      closesOn: "2026-11-22",
      closesAt: "2026-11-22T16:00:00.000Z",
      openedMonth: "2026-11",
      state: "draft",
    });
  });

  it("is listed to who works in one of its projects, with those alone", async () => {
    const firm = await mintTenant();
    const work = new Work(firm.tenantId);
    const second = mintProject(work, "云栖苑");
    await work.commit();
    const { campaignId } = await start(firm, { projectIds: [firm.projectId, second.projectId] });
    const seenBy = (ids: string[]) =>
      withActor(firm.member("project_manager", ids), () => listCampaigns({})).then(({ items }) => items);
    expect(await seenBy([second.projectId])).toMatchObject([{ campaignId, projectIds: [second.projectId] }]);
    const elsewhere = firm.member("project_manager", ["prj_01JD3V0N5W2Q8Z7R6T5Y4X3W2V"]);
    expect((await withActor(elsewhere, () => listCampaigns({}))).items).toEqual([]);
    await expect(withActor(elsewhere, () => getCampaign({ campaignId }))).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("two campaigns", () => {
  it("never ask the same project on the same day", async () => {
    const firm = await mintTenant();
    const work = new Work(firm.tenantId);
    const second = mintProject(work, "云栖苑").projectId;
    await work.commit();
    const first = await start(firm, { opensOn: "2026-11-10", closesOn: "2026-11-20" });
    const clash = { code: "conflict", field: "projectIds" };
    const message = "翠湖花园 is surveyed from 2026-11-10 to 2026-11-20 already";
    const both = [second, firm.projectId];
    for (const dates of [
      { opensOn: "2026-11-20", closesOn: "2026-11-30" },
      { opensOn: "2026-11-02", closesOn: "2026-11-10" },
      { opensOn: "2026-11-12", closesOn: "2026-11-13" },
      { opensOn: "2026-11-02", closesOn: "2026-12-31" },
    ])
      await expect(start(firm, { ...dates, projectIds: both })).rejects.toMatchObject({ ...clash, message });
    await start(firm, { opensOn: "2026-11-02", closesOn: "2026-11-09" });
    await start(firm, { opensOn: "2026-11-21", closesOn: "2026-11-30" });
    await start(firm, { projectIds: [second], opensOn: "2026-11-12", closesOn: "2026-11-13" });
    await firm.as("headquarters", () => closeCampaign({ campaignId: first.campaignId }));
    await start(firm, { opensOn: "2026-11-12", closesOn: "2026-11-20" });
  });

  it("started at once: one of them finds the other", async () => {
    const firm = await mintTenant();
    const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => start(firm)));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ code: "conflict", field: "projectIds" });
  });
});

describe("closing", () => {
  it("comes with the end of the last local day, for the link even before the clock has struck", async () => {
    const firm = await mintTenant();
    await mintHouses(firm, [ordinary]);
    const { campaignId } = await start(firm);
    await run(noon);
    const [household] = await invitationsOf(firm);
    const open = (at: string) =>
      asIfAt(at, () => asHousehold(firm, household?.invitationId ?? "", () => openSurvey({})));
    expect((await open("2026-11-30T15:59:59.999Z")).state).toBe("open");
    expect((await open("2026-11-30T16:00:00.000Z")).state).toBe("closed");
    await run("2026-11-30T15:59:59.999Z");
    expect(await state(firm, campaignId)).toBe("open");
    await run("2026-11-30T16:00:00.000Z");
    expect(await state(firm, campaignId)).toBe("closed");
    await run("2026-11-30T16:00:00.000Z");
  });
});
