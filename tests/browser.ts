import { type Browser, chromium, type Locator, type Page } from "playwright-core";

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      "--disable-quic",
    ],
  });

type Person = { phone?: boolean; scripts?: boolean; locale?: string };

/** Somebody with a browser of their own, at a desk or on a phone. */
export async function person(browser: Browser, options: Person = {}): Promise<Page> {
  const viewport = options.phone ? { width: 375, height: 760 } : { width: 1440, height: 900 };
  const context = await browser.newContext({
    locale: options.locale ?? "zh-CN",
    viewport,
    javaScriptEnabled: options.scripts ?? true,
    // A click on what is still moving may miss it.
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  return page;
}

export const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).last().click();

/** Presses a button until what it opens stands there: a page that was still changing may have closed it again. */
export async function opens(page: Page, name: string, opened: Locator) {
  const until = Date.now() + 90_000;
  for (;;) {
    await press(page, name);
    try {
      return await opened.waitFor({ timeout: 10_000 });
    } catch (error) {
      if (Date.now() > until) throw error;
    }
  }
}
export const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Picks an option of a list that opens, and sees that it was taken. */
export async function choose(within: Locator, label: string | RegExp, option: string) {
  const page = within.page();
  const list = within.locator(".ant-select", { has: page.getByRole("combobox", { name: label }) });
  await list.click();
  await page.locator(".ant-select-item-option", { hasText: option }).last().click();
  await list.getByText(option).waitFor();
}
