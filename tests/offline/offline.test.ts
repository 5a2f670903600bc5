import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launch, opens, press, sees } from "../browser";
import { answered, Firm } from "../firm";
import { Service } from "../service";

const minutes = 60_000;
/** The work is given out half an hour ago, and done on the phone ten minutes later. */
const [givenOut, done] = [30 * minutes, 20 * minutes];
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let service: Service;
let browser: Browser;
let firm: Firm;
let projectId: string;
beforeAll(async () => {
  // So that there is a past: a service that lives half an hour ago for now.
  const past = `const now = Date.now; Date.now = () => now() - ${givenOut};`;
  process.env.NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(past)}`;
  service = await Service.start();
  delete process.env.NODE_OPTIONS;
  browser = await launch();
  firm = await Firm.signUp(() => service, browser);
  projectId = (await firm.made("/projects", { name: "翠湖花园", kind: "residential" })).projectId ?? "";
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

type History = { action: string; at: string; toldAt?: string; arrivedAt?: string; photos: string[] }[];

const registered = (words: string) =>
  firm.made("/tickets", {
    projectId,
    kind: "repair",
    category: "leak",
    channel: "patrol",
    words,
    reporter: {},
  });

const ticketOf = async ({ ticketId = "" }: { ticketId?: string }) =>
  answered<{ words: string; category: string; history: History }>(
    await firm.hq.request.get(`${service.url}/api/tickets/${ticketId}`),
  );

/** A phone whose clock shows when the work is done. */
const shiftClock = (page: Page) =>
  page.context().addInitScript((shift) => {
    const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...given: [] | [number]) {
        super(...((given.length > 0 ? given : [Real.now() - shift]) as [number]));
      }
      static override now = () => Real.now() - shift;
    } as DateConstructor;
  }, done);

async function open(page: Page, number: string) {
  await page.goto(`${service.url}/tickets?show=mine`);
  await page
    .getByRole("link", { name: new RegExp(number) })
    .first()
    .click();
  await page.getByRole("button", { name: "接单" }).waitFor();
}

async function work(page: Page, words: string) {
  await press(page, "接单");
  await press(page, "开始处理");
  await press(page, "完成");
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("做了什么，结果如何").fill(words);
  await dialog
    .locator("input[type=file]")
    .setInputFiles({ name: "1.png", mimeType: "image/png", buffer: photo });
  await dialog.getByRole("img", { name: "第 1 张照片" }).waitFor();
  await dialog.getByRole("button", { name: "完成", exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

it("a technician works without a connection, and everything arrives once, in order, as of when it was done", async () => {
  const page = await firm.joined("chen", "陈师傅", { role: "technician", trade: "engineering" });
  const mate = await firm.joined("zhao", "赵师傅", { role: "technician", trade: "engineering" });
  const given = async (words: string) => {
    const { ticketId = "", number = "" } = await registered(words);
    await firm.made(`/tickets/${ticketId}/assign`, { trade: "engineering" });
    return { ticketId, number };
  };
  const [first, second] = [await given("地下室水管漏水"), await given("二号楼大堂漏水")];
  const historyOf = async (of: { ticketId: string }) => (await ticketOf(of)).history;

  // Half an hour later.
  const { folder } = service;
  await service.end("SIGTERM");
  service = await Service.start(folder);
  await shiftClock(page);
  for (const { number } of [second, first]) await open(page, number);
  await page.evaluate("navigator.serviceWorker.ready.then(() => undefined)");

  await page.context().setOffline(true);
  await page.reload();
  await sees(page, "网络已断开");
  await work(page, "换了角阀，试水不漏");
  await sees(page, "离线 · 3 步待发送");
  await open(page, second.number);
  await work(page, "紧了接头，再观察");
  await page.reload();
  await sees(page, "离线 · 6 步待发送");

  // Meanwhile somebody else takes the second one.
  await firm.post(mate.context(), `/tickets/${second.ticketId}/accept`, {});
  const start = Date.now();
  await page.context().setOffline(false);
  await sees(page, "1 步未被接受");
  await page.getByRole("link", { name: "查看" }).click();
  await sees(page, "赵师傅 已接单");
  await sees(page, "紧了接头，再观察");

  const history = (await historyOf(first)).slice(2);
  expect(history.map(({ action }) => action)).toEqual(["accept", "start", "complete"]);
  expect(history.at(-1)?.photos).toHaveLength(1);
  for (const { at, toldAt, arrivedAt = "" } of history) {
    expect(at).toBe(toldAt);
    expect(start - Date.parse(at)).toBeGreaterThanOrEqual(done - 1_000);
    expect(start - Date.parse(at)).toBeLessThan(givenOut);
    expect(Date.parse(arrivedAt)).toBeGreaterThanOrEqual(start - 1_000);
  }
  expect((await historyOf(second)).map(({ action }) => action)).toEqual(["register", "assign", "accept"]);

  // Somebody else on this phone has nothing to do with it; who did it finds it again.
  const tenantId = (
    await answered<{ tenant: { id: string } }>(await page.request.get(`${service.url}/api/session`))
  ).tenant.id;
  const onThisPhone = page.context();
  await firm.signIn(onThisPhone, "zhao", tenantId);
  await page.reload();
  await sees(page, "没有待发送的步骤");
  await firm.signIn(onThisPhone, "chen", tenantId);
  await page.reload();
  await sees(page, "赵师傅 已接单");
  const sure = page.getByRole("tooltip").getByRole("button", { name: "放弃" });
  await opens(page, "连同后面的一起放弃", sure);
  await sure.click();
  await sees(page, "没有待发送的步骤");
}, 300_000);

it("of two desks that edit one ticket the second sees what changed, and loses no words", async () => {
  const [one, other] = [
    await firm.joined("lin", "林前台", { role: "front_desk" }),
    await firm.joined("hu", "胡前台", { role: "front_desk" }),
  ];
  const ticket = await registered("大堂漏水");
  for (const page of [one, other]) {
    await page.goto(`${service.url}/tickets/${ticket.ticketId}`);
    await press(page, "更正");
    await page.getByRole("dialog").getByLabel("事由").waitFor();
  }
  const save = (page: Page) => page.getByRole("dialog").getByRole("button", { name: "保存" }).click();
  await one.getByRole("dialog").getByLabel("事由").fill("大堂吊顶漏水，已放警示牌");
  await one.getByRole("dialog").getByText("水管、下水道", { exact: true }).click();
  await save(one);
  await one.getByRole("dialog").waitFor({ state: "hidden" });

  await other.getByRole("dialog").getByLabel("事由").fill("业户说电梯口也湿了");
  await save(other);
  await sees(other, /林前台 · 修改内容/);
  const dialog = other.getByRole("dialog");
  await dialog.getByText("大堂吊顶漏水，已放警示牌").waitFor();
  expect(await dialog.getByLabel("事由").inputValue()).toBe("业户说电梯口也湿了");
  await dialog.getByRole("button", { name: "两段都保留" }).click();
  await save(other);
  await dialog.waitFor({ state: "hidden" });
  const { words, category } = await ticketOf(ticket);
  expect([words, category]).toEqual(["大堂吊顶漏水，已放警示牌\n业户说电梯口也湿了", "plumbing"]);
}, 300_000);
