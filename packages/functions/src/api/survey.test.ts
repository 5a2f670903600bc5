import type { Actor } from "@frontdesk/core/actor";
import { runCampaigns } from "@frontdesk/core/survey/index";
import { answered, foldProject, mintHouses, ordinary } from "@frontdesk/core/survey/survey.testing";
import { ownDatabase } from "@frontdesk/core/testing/own-database";
import { mintTenant } from "@frontdesk/core/testing/tenant";
import { expect, it } from "vitest";
import { testApp } from "../pages/survey.testing";
import { document } from "./docs";
import type { Api } from "./types";

ownDatabase();

/** Calls the API as somebody; the answer is as the route's type says, which the test then looks into. */
const caller = (actor: Actor) => {
  const app = testApp(actor);
  return async <N extends keyof Api>(
    name: N,
    ids: Record<string, string>,
    body?: object,
    headers: Record<string, string> = {},
  ) => {
    const [method = "", path = ""] = name.split(" ");
    const address = `/api${path.replaceAll(/\{(\w+)\}/g, (_, id: string) => ids[id] ?? "")}${ids.query ?? ""}`;
    const answer = await app.request(address, { method, headers, body: body && JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Api[N]["output"] };
  };
};

it("a campaign runs through the API, from its start to its end", async () => {
  const firm = await mintTenant();
  const { projectId } = firm;
  const houses = await mintHouses(
    firm,
    Array.from({ length: 5 }, () => ordinary),
  );
  const [lead, desk] = [caller(firm.member("headquarters")), caller(firm.member("front_desk", [projectId]))];

  const key = { "idempotency-key": "start-once" };
  const started = await lead("POST /campaigns", {}, { projectIds: [projectId] }, key);
  expect(started).toMatchObject({ status: 201, body: { state: "draft", projectIds: [projectId] } });
  expect((await lead("POST /campaigns", {}, { projectIds: [projectId] }, key)).body).toEqual(started.body);
  const { campaignId } = started.body;
  await runCampaigns();

  const questionnaire = await desk("GET /questionnaire", {});
  expect(questionnaire.body.en.questions).toHaveLength(8);
  for (const houseId of houses) {
    const body = { houseId, channel: "paper", answers: answered(4), comment: "不错" };
    const entered = await desk("POST /campaigns/{campaignId}/answers", { campaignId }, body);
    expect(entered).toMatchObject({ status: 201, body: { answeredBy: "paper" } });
    expect(entered.body).not.toHaveProperty("token");
  }
  expect(
    await desk("GET /campaigns/{campaignId}/houses/{houseId}", { campaignId, houseId: houses[0] ?? "" }),
  ).toEqual({
    status: 200,
    body: { houseId: houses[0], houseCode: "1-1-1", answeredBy: "paper" },
  });
  await foldProject(firm);
  const results = await desk("GET /campaigns/{campaignId}", { campaignId });
  expect(results.body.projects[0]).toMatchObject({
    households: { invited: 5, answered: 5, response: { numerator: 5, denominator: 5 } },
    questions: { overall: { satisfied: { numerator: 5, denominator: 5 } } },
    dimensionScore: 80,
  });
  const project = await desk("GET /campaigns/{campaignId}/projects/{projectId}", { campaignId, projectId });
  expect(project.body.questions.fees.channels.paper).toMatchObject({ visibility: "shown", answers: 5 });
  const comments = await desk("GET /campaigns/{campaignId}/projects/{projectId}/comments", {
    campaignId,
    projectId,
    query: "?limit=2",
  });
  expect(comments.body.items).toMatchObject([{ text: "不错" }, { text: "不错" }]);
  expect((await desk("GET /campaigns", { query: "?limit=5" })).body.items).toMatchObject([{ campaignId }]);

  expect((await desk("POST /campaigns/{campaignId}/close", { campaignId }, {})).status).toBe(403);
  expect(await lead("POST /campaigns/{campaignId}/close", { campaignId }, {})).toMatchObject({
    status: 200,
    body: { state: "closed" },
  });
});

it("wrong input is told by field, and the document describes every route", async () => {
  const firm = await mintTenant();
  const lead = caller(firm.member("headquarters"));
  const wrong: [object, string][] = [
    [{ projectIds: ["prj_x"] }, "projectIds.0"],
    [{ projectIds: [firm.projectId], closesOn: "soon" }, "closesOn"],
    [{ projectIds: [firm.projectId], tenantId: "ten_x" }, "tenantId"],
  ];
  for (const [body, field] of wrong)
    expect(await lead("POST /campaigns", {}, body)).toMatchObject({
      status: 400,
      body: { error: { field } },
    });
  const described = document("test").paths["/api/campaigns/{campaignId}/answers"]?.post?.requestBody;
  expect(described).toMatchObject({
    content: {
      "application/json": {
        schema: { required: ["houseId", "channel", "answers"], properties: { comment: {} } },
      },
    },
  });
});
