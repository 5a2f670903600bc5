import { mkdir } from "node:fs/promises";
import { ownTable } from "@frontdesk/core/fee/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { accessibility, desk, launch, openPage, overflows, phone, serveApp } from "./browser.testing";
import { houseWithStatement } from "./statement.testing";
import { testApp } from "./survey.testing";

vi.setConfig({ testTimeout: 90_000 });
let server: Awaited<ReturnType<typeof serveApp>>;
let browser: Browser;
let token: string;
beforeAll(async () => {
  await ownTable();
  ({ token } = await houseWithStatement());
  server = await serveApp(testApp());
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

const shots = process.env.FRONTDESK_SHOTS;

describe.each([
  { screen: "phone", options: phone },
  { screen: "desk", options: desk },
])("the statement on a $screen", ({ screen, options }) => {
  it.each([
    { lang: "zh-CN", heading: "费用账单" },
    { lang: "en", heading: "Statement of fees" },
  ])("in $lang fits the screen and has no accessibility finding", async ({ lang, heading }) => {
    const { context, page, problems } = await openPage(browser, options);
    await page.goto(`${server.url}/b/${token}?lang=${lang}`);
    await page.getByRole("heading", { name: heading, level: 1 }).waitFor();
    expect(await overflows(page)).toBe(false);
    expect(await accessibility(page)).toEqual([]);
    expect(problems).toEqual([]);
    if (shots) {
      await mkdir(shots, { recursive: true });
      await page.screenshot({ path: `${shots}/statement-${screen}-${lang}.png`, fullPage: true });
    }
    await context.close();
  });
});

it("a link that is over has no accessibility finding either", async () => {
  const { context, page } = await openPage(browser, phone);
  await page.goto(`${server.url}/b/AAAAbbbbCCCC`);
  expect(await accessibility(page)).toEqual([]);
  await context.close();
});

it("printed, every word is dark on white and the language switch is gone", async () => {
  const { context, page } = await openPage(browser, desk);
  await page.goto(`${server.url}/b/${token}`);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".top a").isVisible()).toBe(false);
  const colour = await page.locator(".firm").evaluate("(element) => getComputedStyle(element).color");
  expect(colour).not.toBe("rgb(255, 255, 255)");
  if (shots) await page.pdf({ path: `${shots}/statement.pdf` });
  await context.close();
});
