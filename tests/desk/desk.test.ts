import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { signed, signedHeader } from "../../packages/core/src/signature";
import { choose, launch, press, sees } from "../browser";
import { answered, Firm, type Said } from "../firm";
import { Service } from "../service";

const caller = { name: "王芳", phone: "+8613800001111" };

let service: Service;
let browser: Browser;
let firm: Firm;
beforeAll(async () => {
  service = await Service.start();
  browser = await launch();
  firm = await Firm.signUp(() => service, browser);
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

/** The telephone system of the firm says that this caller's phone rings at the desk. */
async function ring({ address: to = "", secret = "" }: Said) {
  const body = JSON.stringify({ callId: "c-1", from: caller.phone, to: "8001", state: "ringing" });
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const headers = {
    "content-type": "application/json",
    [signedHeader.timestamp]: timestamp,
    [signedHeader.signature]: signed(secret, timestamp, body),
  };
  await answered(await firm.hq.request.post(to, { headers, data: body }));
}

/** Sends the form in the sheet that is open, and sees that it is taken. */
async function send(page: Page, name: string) {
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name, exact: true }).click();
  await dialog.waitFor({ state: "hidden" });
}

const more = async (page: Page, deed: string) => {
  await page.getByRole("main").getByRole("button", { name: "更多" }).first().click();
  await page.getByRole("menuitem", { name: deed }).click();
};

/** The resident signs on the glass of the technician's phone. */
async function sign(page: Page) {
  const pad = page.getByRole("img", { name: "请在这里签字" });
  await pad.scrollIntoViewIfNeeded();
  const { x = 0, y = 0 } = (await pad.boundingBox()) ?? {};
  await page.mouse.move(x + 40, y + 40);
  await page.mouse.down();
  await page.mouse.move(x + 120, y + 70, { steps: 5 });
  await page.mouse.up();
  await send(page, "确认同意");
}

it("a day at the desk: who calls is known, the matter found, work parted, quoted, signed for, rested, handed over and praised", async () => {
  const { projectId = "" } = await firm.made("/projects", { name: "翠湖花园", kind: "residential" });
  const place = { building: "1", unit: "1", room: "101", areaHundredths: 9_000 };
  const { houseId } = await firm.made(`/projects/${projectId}/houses`, place);
  await firm.made(`/houses/${houseId}/residents`, { as: "owner", ...caller, locale: "zh-CN" });
  const report = { projectId, houseId, channel: "visit", reporter: caller };
  const leak = { ...report, kind: "repair", category: "leak", words: "厨房水管漏水" };
  const { ticketId, number = "" } = await firm.made("/tickets", leak);
  const desk = await firm.joined("lin", "林前台", { role: "front_desk" });
  const worker = await firm.joined("chen", "陈师傅", { role: "technician", trade: "engineering" });
  const mate = await firm.joined("zhao", "赵师傅", { role: "technician", trade: "engineering" });

  // The telephone rings: the caller's house is on the screen, and what they report is under way already.
  const line = await firm.made("/telephone/connection", {});
  await desk.goto(`${service.url}/tickets`);
  await ring(line);
  await desk.getByRole("link", { name: /1-1-101.*王芳/ }).click();
  await desk.getByText("报修", { exact: true }).first().click();
  await desk.getByText("漏水、渗水", { exact: true }).first().click();
  await sees(desk, /这里已有 1 件同类报事未完成/);
  await desk.getByLabel("事由").fill("阀门也松了");
  await press(desk, "把内容补充到这一件");
  await desk.waitForURL(`${service.url}/tickets/${ticketId}`);
  await sees(desk, "阀门也松了");

  // Two trades have a part in it.
  await press(desk, "派工");
  await desk.getByRole("dialog").getByText("工程", { exact: true }).first().click();
  await send(desk, "派工");
  await press(desk, "加派工单");
  await desk.getByRole("dialog").getByText("保洁", { exact: true }).first().click();
  await send(desk, "加派工单");

  // Quoted and agreed to on the spot; rests for want of a part, and goes on.
  await worker.goto(`${service.url}/tickets/${ticketId}`);
  await press(worker, "接单");
  await press(worker, "开始处理");
  await press(worker, "报价");
  const quote = worker.getByRole("dialog");
  await quote.getByRole("combobox", { name: "选择服务或材料" }).click();
  await worker.locator(".ant-select-item-option").first().click();
  await send(worker, "生成报价");
  await press(worker, "业户签字");
  await sign(worker);
  await sees(worker, /王芳签字同意/);
  await more(worker, "暂停");
  await worker.getByRole("dialog").getByText("等配件材料", { exact: true }).click();
  await worker.getByRole("dialog").getByLabel("说明（业户看不到）").fill("明早到货");
  await send(worker, "暂停");
  await press(worker, "继续处理");
  await worker.getByRole("button", { name: "完成", exact: true }).waitFor();

  // The shift ends: what was written for the next one outlasts the page.
  const shift = { shift: 1, name: "白班", from: "08:00", to: "20:00" };
  const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
  const { items } = await answered<{ items: { memberId: string; name: string }[] }>(
    await firm.hq.request.get(`${service.url}/api/members`),
  );
  const memberIds = items.flatMap(({ memberId, name }) => (name.endsWith("师傅") ? memberId : []));
  const roster = {
    projectId,
    name: "工程值班",
    trade: "engineering",
    shifts: [{ ...shift, days, memberIds }],
  };
  const { rosterId } = await firm.made("/rosters", roster);
  await worker.goto(`${service.url}/rosters/${rosterId}/handover`);
  const word = worker.getByLabel(`对 ${number} 的说明`);
  await word.fill("总阀在地下室");
  await worker.reload();
  await expect.poll(() => word.inputValue(), { timeout: 240_000 }).toBe("总阀在地下室");
  await press(worker, "交班");
  await worker.waitForURL(/\/handovers\/\w+$/);
  await mate.goto(worker.url());
  await sees(mate, "总阀在地下室");
  await press(mate, "接班，接收 1 件");
  await sees(mate, "已交给接班人");

  // Paid for as was signed, and done.
  await mate.goto(`${service.url}/tickets/${ticketId}`);
  await press(mate, "完成");
  await mate.getByRole("dialog").getByLabel("做了什么，结果如何").fill("换了软管，紧了阀门");
  await mate
    .getByRole("dialog")
    .getByRole("checkbox", { name: /^按报价收费/ })
    .waitFor();
  await send(mate, "完成");

  // Praise is on the wall, of whom it is.
  const praise = { ...report, kind: "praise", category: "other", words: "师傅修得又快又好" };
  const praised = await firm.made("/tickets", praise);
  await desk.goto(`${service.url}/tickets/${praised.ticketId}`);
  await press(desk, "写明表扬了谁");
  await choose(desk.getByRole("dialog"), "被表扬的工种", "工程");
  await send(desk, "保存");
  await press(desk, "贴上表扬墙");
  await send(desk, "贴上表扬墙");
  await desk.goto(`${service.url}/praise`);
  await sees(desk, "师傅修得又快又好");

  // A template of the firm's own reads as its letters will.
  const office = await firm.hq.newPage();
  office.setDefaultTimeout(90_000);
  await office.goto(`${service.url}/settings/templates`);
  await press(office, "添加模板");
  const template = office.getByRole("dialog");
  await template.getByLabel("名称").fill("漏水答复");
  await template.getByLabel("标题").fill("关于 {number} 的答复");
  await template.getByLabel("正文").fill("{name}：您反映的漏水已经修好。");
  await template.getByRole("button", { name: "预览" }).click();
  await template
    .getByText(/关于 [A-Z]+\d{8}-\d{4} 的答复/)
    .first()
    .waitFor();
  await send(office, "保存");
  await sees(office, "漏水答复");
}, 900_000);
