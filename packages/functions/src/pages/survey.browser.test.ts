import { closeCampaign, SurveyResponse } from "@frontdesk/core/survey/index";
import { ordinary } from "@frontdesk/core/survey/survey.testing";
import { ownDatabase } from "@frontdesk/core/testing/own-database";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { accessibility, desk, launch, openPage, overflows, phone, serveApp } from "./browser.testing";
import { openCampaign, testApp } from "./survey.testing";

ownDatabase();
vi.setConfig({ testTimeout: 90_000 });
let campaign: Awaited<ReturnType<typeof openCampaign>>;
let ended: Awaited<ReturnType<typeof openCampaign>>;
let server: Awaited<ReturnType<typeof serveApp>>;
let browser: Browser;
beforeAll(async () => {
  campaign = await openCampaign(Array.from({ length: 8 }, () => ordinary));
  ended = await openCampaign([ordinary]);
  const { firm, campaignId } = ended;
  await firm.as("headquarters", () => closeCampaign({ campaignId }));
  server = await serveApp(testApp());
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

let next = 0;
const fresh = () => {
  const { token = "", invitationId = "" } = campaign.invitations[next++] ?? {};
  return { address: `${server.url}/s/${token}`, token, invitationId };
};
const responses = async (invitationId: string) =>
  (await campaign.firm.asSystem(() => SurveyResponse.query("table", [invitationId], { begins: "response#" })))
    .items;
const pick = (page: Page, question: string, value: string) =>
  page.locator(`input[name=${question}][value="${value}"]`).check();
const fill = async (page: Page) => {
  for (const question of ["security", "cleaning", "greening", "engineering"]) await pick(page, question, "4");
  await pick(page, "frontDesk", "2");
  await pick(page, "fees", "na");
  await pick(page, "complaints", "na");
  await pick(page, "overall", "5");
  await page.getByLabel(/还有什么|Anything else/).fill("电梯很慢\n谢谢");
};

describe.each([
  { scripts: "blocked", javaScriptEnabled: false },
  { scripts: "allowed", javaScriptEnabled: true },
])("with scripts $scripts", ({ javaScriptEnabled }) => {
  it("a household answers on a phone, and a second time is thanked and nothing else", async () => {
    const { address, invitationId } = fresh();
    const { context, page, problems } = await openPage(browser, { ...phone, javaScriptEnabled });
    await page.goto(address);
    await fill(page);
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "谢谢您！" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { name: "谢谢您！" }).waitFor();
    await page.goto(address);
    await page.getByRole("heading", { name: "您家的答卷已收到" }).waitFor();
    expect(await responses(invitationId)).toMatchObject([
      { comment: "电梯很慢\n谢谢", answers: { security: 4, frontDesk: 2, fees: null, overall: 5 } },
    ]);
    expect(problems).toEqual([]);
    await context.close();
  });

  it("an unanswered question is not sent, by the browser's own check", async () => {
    const { address, invitationId } = fresh();
    const { context, page } = await openPage(browser, { ...phone, javaScriptEnabled });
    await page.goto(`${address}?lang=en`);
    await pick(page, "security", "5");
    await page.getByRole("button", { name: "Send" }).click();
    expect(await page.locator("input:invalid").count()).toBeGreaterThan(0);
    expect(await responses(invitationId)).toEqual([]);
    await context.close();
  });
});

describe("the little script", () => {
  it("keeps what was filled in until it is sent, over reloads and a change of language", async () => {
    const { address, token } = fresh();
    const { context, page, problems } = await openPage(browser, phone);
    await page.goto(address);
    await fill(page);
    await page.getByText("已暂存在这台设备上").waitFor();
    await page.goto(`${server.url}/s/unknown`);
    await page.goto(address);
    await page.getByRole("link", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: "resident satisfaction survey" }).waitFor();
    expect(await page.locator("input:checked").count()).toBe(8);
    expect(await page.getByLabel("Anything else").inputValue()).toBe("电梯很慢\n谢谢");
    const kept = () => page.evaluate<string | null>(`localStorage.getItem("keep:/s/${token}")`);
    expect(await kept()).toContain("电梯很慢");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("heading", { name: "Thank you!" }).waitFor();
    expect(await kept()).toBeNull();
    expect(problems.filter((problem) => !problem.includes("404"))).toEqual([]);
    await context.close();
  });

  it("sends once when the button is tapped twice", async () => {
    const { address, invitationId } = fresh();
    const { context, page } = await openPage(browser, phone);
    await page.goto(address);
    await fill(page);
    server.wire.length = 0;
    await page.getByRole("button", { name: "提交" }).dblclick();
    await page.getByRole("heading", { name: "谢谢您！" }).waitFor();
    expect(server.wire.filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(await responses(invitationId)).toHaveLength(1);
    await context.close();
  });
});

describe("every state of the page", () => {
  const faulty = async (page: Page) => {
    // What a browser that checks nothing would send.
    await page.evaluate("document.forms[0].noValidate = true");
    await pick(page, "security", "4");
    await page.locator("button[type=submit]").click();
    await page.locator(".summary").waitFor();
  };

  it.each([
    { size: "phone", options: phone },
    { size: "desk", options: desk },
  ])("has no accessibility finding and nothing that sticks out: $size", async ({ options }) => {
    const { address } = fresh();
    const under = (path: string) => `${server.url}/s/${path}`;
    const [answered = "", closed = ""] = [campaign.tokens[0], ended.tokens[0]];
    const addresses = [address, under(answered), under(`${answered}?done=1`), under(closed), under("x")];
    const { context, page } = await openPage(browser, options);
    for (const lang of ["zh-CN", "en"]) {
      for (const at of addresses) {
        await page.goto(`${at}${at.includes("?") ? "&" : "?"}lang=${lang}`);
        expect(await accessibility(page)).toEqual([]);
        expect(await overflows(page)).toBe(false);
      }
      await page.goto(`${address}?lang=${lang}`);
      await faulty(page);
      expect(await accessibility(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
      await page.locator(".summary a").first().press("Enter");
      expect(new URL(page.url()).hash).toBe("#cleaning");
    }
    await context.close();
  });

  it("can be filled in by keyboard alone", async () => {
    const { context, page } = await openPage(browser, desk);
    await page.goto(`${server.url}/s/${campaign.tokens[7]}`);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    for (let question = 0; question < 8; question++) {
      await page.keyboard.press("Space");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("Tab");
    }
    expect(await page.locator('input[value="2"]:checked').count()).toBe(8);
    await context.close();
  });
});

it("the first load takes at most 15 KB in at most 3 requests", async () => {
  const { context, page } = await openPage(browser, phone);
  server.wire.length = 0;
  await page.goto(`${server.url}/s/${campaign.tokens[7]}`, { waitUntil: "networkidle" });
  expect(server.wire.length).toBeLessThanOrEqual(3);
  const bytes = server.wire.reduce((sum, one) => sum + one.bytes, 0);
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(15 * 1024);
  console.info(`survey page: ${server.wire.length} request(s), ${bytes} bytes on the wire`);
  await context.close();
});
