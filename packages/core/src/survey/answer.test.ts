import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asIfAt } from "../clock";
import { withActor } from "../context";
import { newId } from "../id";
import { Work } from "../table/work";
import setup from "../testing/database";
import { mintProject, mintTenant } from "../testing/tenant";
import { runCampaigns } from "./clocks";
import {
  answerSurvey,
  closeCampaign,
  enterAnswer,
  getCampaign,
  getHousehold,
  getProjectResult,
  getQuestionnaire,
  listComments,
  openSurvey,
  startCampaign,
} from "./index";
import type { Answers } from "./questionnaire";
import { SurveyResponse } from "./response.entity";
import {
  answered,
  asHousehold,
  type Firm,
  foldProject,
  type Household,
  invitationsOf,
  mintHouses,
  ordinary,
} from "./survey.testing";

// A database of its own: running the clocks at some other time would wake what other tests have waiting.
let stop: () => Promise<void>;
beforeAll(async () => {
  stop = await setup();
});
afterAll(() => stop());

const noon = "2026-11-02T04:00:00.000Z";
const at = <T>(body: () => T): T => asIfAt(noon, body);

/** A firm whose campaign has just been opened. */
async function opened(households: Household[], more: { name: string; households: Household[] }[] = []) {
  const firm = await mintTenant();
  const houses = await mintHouses(firm, households);
  const others: string[] = [];
  for (const project of more) {
    const work = new Work(firm.tenantId);
    const { projectId } = mintProject(work, project.name);
    await work.commit();
    await mintHouses(firm, project.households, projectId);
    others.push(projectId);
  }
  const projectIds = [firm.projectId, ...others];
  const { campaignId } = await at(() => firm.as("headquarters", () => startCampaign({ projectIds })));
  await at(runCampaigns);
  return { firm, houses, campaignId, others, invitations: await invitationsOf(firm) };
}

const give = (firm: Firm, invitationId: string, answers: Answers, comment?: string) =>
  at(() => asHousehold(firm, invitationId, () => answerSurvey({ answers, comment })));
const responsesOf = (firm: Firm, invitationId: string) =>
  firm.asSystem(
    async () => (await SurveyResponse.query("table", [invitationId], { begins: "response#" })).items,
  );
const enter = (
  firm: Firm,
  input: Omit<Parameters<typeof enterAnswer>[0], "answers"> & { value?: number },
) => {
  const { value = 4, ...rest } = input;
  return at(() => firm.as("front_desk", () => enterAnswer({ ...rest, answers: answered(value) })));
};

describe("a household's link", () => {
  it("takes one answer of twenty given at once, and tells the others so", async () => {
    const { firm, invitations } = await opened([ordinary]);
    const [{ invitationId = "" } = {}] = invitations;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => give(firm, invitationId, answered((i % 5) + 1), `c${i}`)),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict" });
    expect(await responsesOf(firm, invitationId)).toHaveLength(1);
    expect((await at(() => asHousehold(firm, invitationId, () => openSurvey({})))).state).toBe("answered");
  });

  it("changes nothing when it is used again, closed, or not open yet", async () => {
    const { firm, invitations, campaignId } = await opened([ordinary, ordinary]);
    const [one, two] = invitations.map(({ invitationId }) => invitationId);
    await give(firm, one ?? "", answered(5));
    await expect(give(firm, one ?? "", answered(1))).rejects.toMatchObject({ code: "conflict" });
    expect(await responsesOf(firm, one ?? "")).toMatchObject([{ answers: answered(5), channel: "link" }]);
    await firm.as("headquarters", () => closeCampaign({ campaignId }));
    await expect(give(firm, two ?? "", answered(1))).rejects.toMatchObject({ code: "gone" });
    await expect(give(firm, newId("surveyInvitation"), answered(1))).rejects.toMatchObject({
      code: "not_found",
    });
    expect(await responsesOf(firm, two ?? "")).toEqual([]);
  });

  it("wants every question answered from 1 to 5 or as not applicable, and a short comment", async () => {
    const { firm, invitations } = await opened([ordinary]);
    const [{ invitationId = "" } = {}] = invitations;
    const { overall, ...rest } = answered(3);
    const wrong: [unknown, string][] = [
      [{ answers: { ...rest, overall: 6 } }, "answers.overall"],
      [{ answers: { ...rest, overall: 0 } }, "answers.overall"],
      [{ answers: { ...rest, overall: 4.5 } }, "answers.overall"],
      [{ answers: { ...rest, overall: "4" } }, "answers.overall"],
      [{ answers: rest }, "answers.overall"],
      [{ answers: { ...rest, overall, extra: 1 } }, "answers.extra"],
      [{ answers: answered(3), comment: "长".repeat(1_001) }, "comment"],
    ];
    for (const [input, field] of wrong)
      await expect(
        at(() => asHousehold(firm, invitationId, () => answerSurvey(input as { answers: Answers }))),
      ).rejects.toMatchObject({ code: "bad_request", field });
    expect(await responsesOf(firm, invitationId)).toEqual([]);
    const comment = `${"长".repeat(499)}\r\n${"长".repeat(500)}`;
    await give(firm, invitationId, answered(null), comment);
    expect(await responsesOf(firm, invitationId)).toMatchObject([{ comment: comment.replace("\r", "") }]);
  });

  it("is nobody else's: a member may not use it, another firm's resident finds nothing", async () => {
    const { firm, invitations } = await opened([ordinary]);
    const other = await mintTenant();
    const [{ invitationId = "" } = {}] = invitations;
    const answers = answered(5);
    await expect(firm.as("headquarters", () => answerSurvey({ answers }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(give(other, invitationId, answers)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("an answer entered by a member", () => {
  it("counts as the last of its household; earlier ones stay and count no more", async () => {
    const { firm, houses, campaignId, invitations } = await opened([ordinary]);
    const [houseId = ""] = houses;
    const [{ invitationId = "" } = {}] = invitations;
    await give(firm, invitationId, answered(1), "太吵");
    const first = await enter(firm, { campaignId, houseId, channel: "phone", value: 2, comment: "还行" });
    expect(first).toMatchObject({ houseId, answeredBy: "phone", replaced: "link" });
    const second = await enter(firm, { campaignId, houseId, channel: "paper", value: 5 });
    expect(second.replaced).toBe("phone");
    const kept = (await responsesOf(firm, invitationId)).sort(
      (a, b) => Number(a.answers.overall) - Number(b.answers.overall),
    );
    expect(kept).toMatchObject([
      { channel: "link", superseded: true },
      { channel: "phone", superseded: true, enteredBy: expect.stringMatching(/^mem_/) },
      { channel: "paper", superseded: false },
    ]);
    await foldProject(firm);
    const result = await firm.as("headquarters", () => getCampaign({ campaignId }));
    expect(result.projects[0]?.households).toMatchObject({ invited: 1, answered: 1 });
  });

  it("does not use up the link: what the household says itself afterwards counts, once", async () => {
    const { firm, houses, campaignId, invitations } = await opened([ordinary]);
    const [houseId = ""] = houses;
    const [{ invitationId = "" } = {}] = invitations;
    await enter(firm, { campaignId, houseId, channel: "interview", value: 5 });
    await give(firm, invitationId, answered(2));
    await expect(give(firm, invitationId, answered(1))).rejects.toMatchObject({ code: "conflict" });
    const kept = await responsesOf(firm, invitationId);
    expect(kept.filter(({ superseded }) => !superseded)).toMatchObject([
      { channel: "link", answers: answered(2) },
    ]);
  });

  it("leaves one that counts when many are entered and the link is used at once", async () => {
    const { firm, houses, campaignId, invitations } = await opened([ordinary]);
    const [houseId = ""] = houses;
    const [{ invitationId = "" } = {}] = invitations;
    await Promise.allSettled([
      ...[1, 2, 3].map((value) =>
        enter(firm, { campaignId, houseId, channel: "phone", value, comment: "好" }),
      ),
      give(firm, invitationId, answered(5)),
    ]);
    const kept = await responsesOf(firm, invitationId);
    expect(kept).toHaveLength(4);
    expect(kept.filter(({ superseded }) => !superseded)).toHaveLength(1);
  });

  it("is for who serves residents, in their projects, while the campaign is open", async () => {
    const { firm, houses, campaignId } = await opened([ordinary]);
    const [houseId = ""] = houses;
    const input = { campaignId, houseId, channel: "phone", answers: answered(4) } as const;
    await expect(firm.as("technician", () => enterAnswer(input))).rejects.toMatchObject({
      code: "forbidden",
    });
    const elsewhere = firm.member("area_manager", [newId("project")]);
    await expect(withActor(elsewhere, () => enterAnswer(input))).rejects.toMatchObject({ code: "not_found" });
    const other = await mintTenant();
    await expect(other.as("front_desk", () => enterAnswer(input))).rejects.toMatchObject({
      code: "not_found",
    });
    await expect(
      firm.as("front_desk", () => enterAnswer({ ...input, channel: "link" as "phone" })),
    ).rejects.toMatchObject({ code: "bad_request", field: "channel" });
    const household = () => at(() => firm.as("area_manager", () => getHousehold({ campaignId, houseId })));
    expect((await household()).answeredBy).toBeUndefined();
    await at(() => firm.as("area_manager", () => enterAnswer(input)));
    expect((await household()).answeredBy).toBe("phone");
    await firm.as("headquarters", () => closeCampaign({ campaignId }));
    await expect(at(() => firm.as("front_desk", () => enterAnswer(input)))).rejects.toMatchObject({
      code: "gone",
    });
  });
});

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
