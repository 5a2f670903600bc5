import { asIfAt, isoNow, plus } from "@frontdesk/core/clock";
import { createLink, newToken } from "@frontdesk/core/link/link";
import { Campaign, closeCampaign, SurveyResponse } from "@frontdesk/core/survey/index";
import { ordinary } from "@frontdesk/core/survey/survey.testing";
import { Work } from "@frontdesk/core/table/work";
import { ownDatabase } from "@frontdesk/core/testing/own-database";
import { beforeAll, describe, expect, it } from "vitest";
import { openCampaign, testApp } from "./survey.testing";

ownDatabase();

let campaign: Awaited<ReturnType<typeof openCampaign>>;
beforeAll(async () => {
  campaign = await openCampaign(Array.from({ length: 12 }, () => ordinary));
});

const app = testApp();
let next = 0;
/** A link nobody has used in this file yet. */
const fresh = () => ({
  token: campaign.tokens[next] ?? "",
  invitationId: campaign.invitations[next++]?.invitationId ?? "",
});
const good = {
  ...{ security: "5", cleaning: "4", greening: "3", engineering: "2", frontDesk: "1" },
  ...{ fees: "na", complaints: "na", overall: "4", comment: "电梯常坏 <b>&" },
};
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const post = (token: string, fields: Record<string, string>, query = "") =>
  app.request(`/s/${token}${query}`, { method: "POST", body: new URLSearchParams(fields) });
const responses = (invitationId: string) =>
  campaign.firm.asSystem(
    async () => (await SurveyResponse.query("table", [invitationId], { begins: "response#" })).items,
  );

describe("the survey page", () => {
  it("is a plain form with nothing from elsewhere, under a strict policy", async () => {
    const answer = await get(`/s/${fresh().token}`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toMatch(/^<!doctype html><html lang="zh-CN">/);
    expect(text.match(/<fieldset/g)).toHaveLength(8);
    expect(text).not.toMatch(/\s(src|srcset)=|https?:(?!\/\/www\.w3\.org)|@import|url\(/);
    expect(answer.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(text).toContain("安居物业");
    expect(text).toContain("翠湖花园");
  });

  it("comes small and compressed", async () => {
    const answer = await get(`/s/${campaign.tokens[0]}`, { "accept-encoding": "gzip, br" });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(8_000);
  });

  it("speaks the language chosen, else the resident's", async () => {
    const { token } = fresh();
    expect(await (await get(`/s/${token}?lang=en`)).text()).toContain("How happy are you with");
    expect(await (await get(`/s/${token}`, { "accept-language": "en" })).text()).toContain(
      '<html lang="zh-CN"',
    );
  });

  it("changes nothing by being looked at", async () => {
    const { token, invitationId } = fresh();
    for (const method of ["GET", "HEAD"]) await app.request(`/s/${token}`, { method });
    expect(await responses(invitationId)).toEqual([]);
  });
});

describe("a filled-in survey", () => {
  it("is stored and led on to thanks, in the same language", async () => {
    const { token, invitationId } = fresh();
    const answer = await post(token, good, "?lang=en");
    expect(answer.status).toBe(303);
    const location = answer.headers.get("location") ?? "";
    expect(location).toBe(`/s/${token}?done=1&lang=en`);
    expect(await (await get(location)).text()).toContain("Thank you!");
    expect(await (await get(`/s/${token}`)).text()).toContain("您家的答卷已收到");
    expect(await responses(invitationId)).toMatchObject([
      {
        channel: "link",
        comment: "电梯常坏 <b>&",
        answers: {
          security: 5,
          cleaning: 4,
          greening: 3,
          engineering: 2,
          frontDesk: 1,
          fees: null,
          overall: 4,
        },
      },
    ]);
  });

  it("sent twenty times at once is stored once, and the others are told kindly", async () => {
    const { token, invitationId } = fresh();
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(token, good)));
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([303, ...Array.from({ length: 19 }, () => 409)]);
    for (const answer of answers)
      if (answer.status === 409) expect(await answer.text()).toContain("您家的答卷已收到");
    expect(await responses(invitationId)).toHaveLength(1);
  });

  it.each([
    ["security", "6"],
    ["overall", "0"],
    ["cleaning", ""],
    ["fees", "5.0"],
    ["comment", "长".repeat(1_001)],
  ])("comes back with what was filled in and %s named when it is wrong", async (field, value) => {
    const { token, invitationId } = campaign.invitations.at(-1) ?? {};
    const answer = await post(token ?? "", { ...good, [field]: value });
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain(`<a href="#${field}">`);
    expect(text).toMatch(new RegExp(`aria-describedby="[\\w -]*\\b${field}-fault"`));
    const kept = field === "security" ? "cleaning" : "security";
    expect(text).toMatch(new RegExp(`name="${kept}"[^>]*value="${good[kept]}"[^>]* checked`));
    expect(text).toContain(field === "comment" ? value : "电梯常坏 &lt;b&gt;&amp;");
    expect(await responses(invitationId ?? "")).toEqual([]);
  });

  it("takes a comment of a thousand letters in lines as a browser sends them", async () => {
    const { token, invitationId } = fresh();
    const answer = await post(token, { ...good, comment: `${"长".repeat(499)}\r\n${"长".repeat(500)}` });
    expect(answer.status).toBe(303);
    expect((await responses(invitationId))[0]?.comment).toHaveLength(1_000);
  });

  it("is refused kindly when it is too large, or no form", async () => {
    const { token, invitationId } = fresh();
    const large = await post(token, { ...good, comment: "x".repeat(20_000) });
    expect(large.status).toBe(413);
    expect(await large.text()).toContain("内容太长了");
    const json = {
      method: "POST",
      body: JSON.stringify(good),
      headers: { "content-type": "application/json" },
    };
    const wrong = await app.request(`/s/${token}`, json);
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toMatch(/^<!doctype html>/);
    expect(await responses(invitationId)).toEqual([]);
  });
});

describe("a link that opens no form", () => {
  it.each(["", "x", "0000000000000", "aaaaaaaaaaaa", "../../api/health", "%00", "a".repeat(3_000)])(
    "is unknown: /s/%s",
    async (token) => {
      for (const method of ["GET", "POST"]) {
        const answer = await app.request(`/s/${encodeURIComponent(token)}?lang=en`, { method });
        expect(answer.status).toBe(404);
        expect(await answer.text()).toContain("We cannot find this link");
      }
    },
  );

  it("altered by a letter is unknown, and looks like any other unknown one", async () => {
    const { token } = fresh();
    const altered = (token.startsWith("a") ? "b" : "a") + token.slice(1);
    const bodyOf = async (one: string) => (await post(one, good)).text();
    expect(await bodyOf(altered)).toBe(await bodyOf(newToken()));
  });

  it("is closed after the last day, and when the campaign was ended early", async () => {
    const past = await openCampaign([ordinary], plus(isoNow(), { days: -60 }));
    const ended = await openCampaign([ordinary]);
    await ended.firm.as("headquarters", () => closeCampaign({ campaignId: ended.campaignId }));
    for (const one of [past, ended]) {
      const [token = ""] = one.tokens;
      const answer = await get(`/s/${token}`);
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain("这次调查已经结束");
      expect((await post(token, good)).status).toBe(410);
      const [{ invitationId = "" } = {}] = one.invitations;
      const kept = one.firm.asSystem(() =>
        SurveyResponse.query("table", [invitationId], { begins: "response#" }),
      );
      expect((await kept).items).toEqual([]);
    }
  });

  it("of another kind is unknown here", async () => {
    const work = new Work(campaign.firm.tenantId);
    const token = createLink(work, { kind: "statement", subjectId: campaign.invitations[0]?.houseId ?? "" });
    await work.commit();
    expect((await get(`/s/${token}`)).status).toBe(404);
  });
});

it("a survey answered late in its last minute counts, a moment later it does not", async () => {
  const { token, invitationId } = fresh();
  const { closesAt } = await campaign.firm.asSystem(() => Campaign.need({ campaignId: campaign.campaignId }));
  expect(closesAt > isoNow()).toBe(true);
  expect((await asIfAt(closesAt, () => post(token, good))).status).toBe(410);
  expect(await responses(invitationId)).toEqual([]);
  const before = new Date(Date.parse(closesAt) - 1).toISOString();
  expect((await asIfAt(before, () => post(token, good))).status).toBe(303);
});
