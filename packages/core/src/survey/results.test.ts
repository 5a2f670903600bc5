import { describe, expect, it } from "vitest";
import { withActor } from "../context";
import { ownDatabase } from "../testing/own-database";
import { mintTenant } from "../testing/tenant";
import {
  getCampaign,
  getProjectResult,
  getQuestionnaire,
  listCampaigns,
  listComments,
  startCampaign,
} from "./index";
import { at, enter, give, opened } from "./open.testing";
import { answered, foldProject, invitationsOf, ordinary } from "./survey.testing";

ownDatabase();

describe("comments", () => {
  it("are told without name, house or rating to all but headquarters, and none from fewer than five", async () => {
    const { firm, invitations, campaignId } = await opened(Array.from({ length: 6 }, () => ordinary));
    const { projectId } = firm;
    const list = (role: "headquarters" | "project_manager" | "technician", limit?: number, cursor?: string) =>
      firm.as(role, () => listComments({ campaignId, projectId, limit, cursor }));
    for (const [index, { invitationId }] of invitations.slice(0, 4).entries())
      await give(firm, invitationId, answered(index + 1), `意见${index}`);
    await foldProject(firm);
    expect(await list("headquarters")).toEqual({ items: [] });
    await give(firm, invitations[4]?.invitationId ?? "", answered(5), "  ");
    await foldProject(firm);
    const told = (await list("project_manager")).items;
    expect(told).toHaveLength(4);
    for (const one of told) expect(Object.keys(one).sort()).toEqual(["channel", "on", "text"]);
    expect((await list("headquarters")).items).toContainEqual({
      ...{ text: "意见2", on: "2026-11-02", channel: "link", overall: 3 },
      ...{ houseId: invitations[2]?.houseId, houseCode: "1-1-3" },
    });
    await expect(list("technician")).rejects.toMatchObject({ code: "forbidden" });
    const { cursor = "" } = await list("project_manager", 1);
    const key = Buffer.from(cursor, "base64url").toString();
    for (const { invitationId, houseId } of invitations) {
      expect(key).not.toContain(invitationId);
      expect(key).not.toContain(houseId);
    }
  });

  it("of an answer that counts no more are not told", async () => {
    const { firm, houses, campaignId, invitations } = await opened(Array.from({ length: 5 }, () => ordinary));
    for (const { invitationId } of invitations) await give(firm, invitationId, answered(4), "旧");
    await enter(firm, { campaignId, houseId: houses[0] ?? "", channel: "phone", comment: "新" });
    await foldProject(firm);
    const { items } = await firm.as("auditor", () => listComments({ campaignId, projectId: firm.projectId }));
    expect(items.map(({ text }) => text).sort()).toEqual(["新", "旧", "旧", "旧", "旧"]);
  });
});

describe("results", () => {
  it("are the definition's numbers, by channel and owner stage beside the total", async () => {
    const old = { ...ordinary, handoverDate: "2015-06-01" };
    const fresh = { ...ordinary, handoverDate: "2026-06-01" };
    const { firm, houses, invitations, campaignId } = await opened([
      ...Array.from({ length: 6 }, () => old),
      ...Array.from({ length: 6 }, () => fresh),
      {},
    ]);
    for (const [index, { invitationId }] of invitations.slice(0, 7).entries())
      await give(firm, invitationId, answered(index < 5 ? 5 : 3, { greening: null }));
    for (const houseId of houses.slice(7, 12))
      await enter(firm, { campaignId, houseId, channel: "phone", value: 4 });
    await foldProject(firm);
    const result = await firm.as("headquarters", () =>
      getProjectResult({ campaignId, projectId: firm.projectId }),
    );
    expect(result.households).toEqual({
      ...{ invited: 13, undeliverable: 1, answered: 12 },
      response: { numerator: 12, denominator: 12 },
    });
    const { overall, greening } = result.questions;
    expect(overall).toMatchObject({
      ...{ visibility: "shown", answers: 12, histogram: [0, 0, 2, 5, 5], notApplicable: 0 },
      satisfied: { numerator: 10, denominator: 12 },
      score: { numerator: 20 * 51, denominator: 12 },
    });
    expect(overall.channels.link).toMatchObject({ histogram: [0, 0, 2, 0, 5] });
    expect(overall.channels.phone).toMatchObject({ histogram: [0, 0, 0, 5, 0] });
    expect(overall.channels.paper.visibility).toBe("empty");
    expect(overall.stages.over3).toMatchObject({ histogram: [0, 0, 1, 0, 5] });
    expect(overall.stages.upTo1).toMatchObject({ histogram: [0, 0, 1, 5, 0] });
    expect(greening).toMatchObject({ answers: 5, notApplicable: 7, histogram: [0, 0, 0, 5, 0] });
    // n* = 12·12/1 = 144 by the finite population of 13 households
    expect(overall.interval?.low).toBeCloseTo(0.764, 3);
  });

  it("are not shown from fewer than five, nor where they could be found by subtracting", async () => {
    const six = Array.from({ length: 6 }, () => ordinary);
    const { firm, invitations, campaignId, others } = await opened(six, [
      { name: "甲", households: six },
      { name: "乙", households: six.slice(0, 3) },
    ]);
    const [second = "", third = ""] = others;
    const all = [
      ...invitations,
      ...(await invitationsOf(firm, second)),
      ...(await invitationsOf(firm, third)),
    ];
    for (const { invitationId, projectId } of all.slice(1))
      await give(firm, invitationId, answered(projectId === second ? 2 : 4));
    for (const projectId of [firm.projectId, second, third]) await foldProject(firm, projectId);
    const seenBy = (actor: Parameters<typeof withActor>[0]) =>
      withActor(actor, () => getCampaign({ campaignId }));
    const whole = await seenBy(firm.member("headquarters"));
    const visible = (projects: typeof whole.projects) =>
      Object.fromEntries(projects.map(({ name, questions }) => [name, questions.overall.visibility]));
    expect(visible(whole.projects)).toEqual({ 翠湖花园: "hidden", 甲: "shown", 乙: "hidden" });
    expect(whole.total?.questions.overall).toMatchObject({ visibility: "shown", answers: 14 });
    expect(whole.projects[0]?.questions.overall).toMatchObject({
      answers: null,
      satisfied: null,
      histogram: null,
    });
    expect(whole.projects[0]?.dimensionScore).toBeNull();
    expect(whole.total?.dimensionScore).toBeCloseTo((20 * (6 * 2 + 8 * 4)) / 14);
    const manager = await seenBy(firm.member("project_manager", [firm.projectId]));
    expect(visible(manager.projects)).toEqual({ 翠湖花园: "hidden" });
    expect(manager.total).toBeUndefined();
  });

  it("keep an undeliverable household out of the response rate until it is reached some other way", async () => {
    const { firm, houses, campaignId } = await opened([{}, ordinary]);
    await foldProject(firm);
    const households = async () =>
      (await firm.as("project_manager", () => getCampaign({ campaignId }))).projects[0]?.households;
    expect(await households()).toMatchObject({
      undeliverable: 1,
      response: { numerator: 0, denominator: 1 },
    });
    await enter(firm, { campaignId, houseId: houses[0] ?? "", channel: "interview" });
    await foldProject(firm);
    expect(await households()).toMatchObject({
      undeliverable: 0,
      response: { numerator: 1, denominator: 2 },
    });
  });
});

it("stands in the list of campaigns, each member's own projects together", async () => {
  const { firm, campaignId, others, invitations } = await opened(
    [ordinary, ordinary, {}],
    [{ name: "云栖苑", households: [ordinary, {}] }],
  );
  await give(firm, invitations[0]?.invitationId ?? "", answered(4));
  await foldProject(firm);
  await foldProject(firm, others[0]);
  const later = await at(() =>
    firm.as("headquarters", () => startCampaign({ projectIds: others, opensOn: "2027-01-10" })),
  );
  const listed = async (projectIds: string[] | "all") => {
    const member = firm.member("project_manager", projectIds);
    const { items } = await withActor(member, () => listCampaigns({}));
    return Object.fromEntries(items.map((one) => [one.campaignId, one.households]));
  };
  const none = { invited: 0, undeliverable: 0, answered: 0, response: null };
  expect(await listed("all")).toEqual({
    [later.campaignId]: none,
    [campaignId]: {
      ...{ invited: 5, undeliverable: 2, answered: 1 },
      response: { numerator: 1, denominator: 3 },
    },
  });
  expect(await listed([firm.projectId])).toEqual({
    [campaignId]: {
      ...{ invited: 3, undeliverable: 1, answered: 1 },
      response: { numerator: 1, denominator: 2 },
    },
  });
});

it("tells the questionnaire in both languages to who may enter answers", async () => {
  const firm = await mintTenant();
  const words = await firm.as("area_manager", () => getQuestionnaire({}));
  for (const locale of ["zh-CN", "en"] as const) {
    expect(words[locale].scale).toHaveLength(5);
    expect(
      words[locale].questions.map(({ key, dimension }) => (dimension ? key : key.toUpperCase())),
    ).toEqual([
      "security",
      "cleaning",
      "greening",
      "engineering",
      "frontDesk",
      "fees",
      "complaints",
      "OVERALL",
    ]);
  }
});
