import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { AxeBuilder } from "@axe-core/playwright";
import type { Hono } from "hono";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { AppEnv } from "../api/app";

/** What went over the wire for one request, head and body. */
export type Wire = { method: string; path: string; bytes: number };

/** The app on a free port of this machine, and what it sent. */
export async function serveApp(app: Hono<AppEnv>) {
  const wire: Wire[] = [];
  const server = createServer(async (request, response) => {
    const { method = "GET", url = "/" } = request;
    const hasBody = method !== "GET" && method !== "HEAD";
    const answer = await app.fetch(
      new Request(`http://127.0.0.1${url}`, {
        method,
        headers: Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
        ...(hasBody && { body: Readable.toWeb(request) as ReadableStream, duplex: "half" as const }),
      }),
    );
    const before = request.socket.bytesWritten;
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()), () => {
      wire.push({ method, path: url, bytes: request.socket.bytesWritten - before });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${port}`, wire, stop };
}

const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

/** A real browser: the installed one. */
export const launch = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", args: quiet });

export const phone = {
  viewport: { width: 375, height: 740 },
  isMobile: true,
  hasTouch: true,
  deviceScaleFactor: 2,
};
export const desk = { viewport: { width: 1440, height: 900 } };

/** A page of a context of its own; `problems` gathers errors, refusals of the policy and requests elsewhere. */
export async function openPage(browser: Browser, options: BrowserContextOptions) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text());
  });
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:|data:)/.test(request.url())) problems.push(request.url());
  });
  return { context, page, problems };
}

/** What axe finds on the page as it stands; one line a finding. Works where the page's own scripts are blocked. */
export async function accessibility(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** Whether anything sticks out of the page sideways. */
export const overflows = (page: Page) =>
  page.evaluate<boolean>("document.documentElement.scrollWidth > document.documentElement.clientWidth");
