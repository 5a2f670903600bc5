import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getPhoto } from "@frontdesk/core/attachment/index";
import { createLink } from "@frontdesk/core/link/link";
import { changeProject } from "@frontdesk/core/project/index";
import { freshPhone, mintDesk, mintOwner, outbox, photo } from "@frontdesk/core/report/report.testing";
import { Work } from "@frontdesk/core/table/work";
import setup from "@frontdesk/core/testing/database";
import { assignTicket, completeTicket, getTicket, registerTicket } from "@frontdesk/core/ticket/index";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accessibility, launch, openPage, overflows, phone, serveApp, desk as wide } from "./browser.testing";
import { testApp } from "./survey.testing";

// A database of its own: the messages of all its firms are sent.
let stopDatabase: () => Promise<void>;
let desk: Awaited<ReturnType<typeof mintDesk>>;
let server: Awaited<ReturnType<typeof serveApp>>;
let browser: Browser;
const { codeTo } = outbox();
beforeAll(async () => {
  stopDatabase = await setup();
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-report-"));
  desk = await mintDesk("安居物业");
  await desk.as("headquarters", () => changeProject({ projectId: desk.projectId, phone: "0571-8888 6666" }));
  server = await serveApp(testApp());
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await stopDatabase?.();
});

const chinese = { ...phone, locale: "zh-CN" };
const address = () => `${server.url}/r/${desk.token}`;
const png = (name: string) => ({ name, mimeType: "image/png", buffer: photo(name) });
const fill = async (page: Page, number: string, words = "厨房漏水\n很急") => {
  await page.getByLabel("什么事").selectOption("repair.leak");
  await page.getByLabel("说说情况").fill(words);
  await page.getByLabel("房号").fill("3栋1单元502");
  await page.getByLabel("怎么称呼您").fill("李雷");
  await page.getByLabel("手机号", { exact: true }).fill(number.replace("+86", ""));
};
const enterCode = async (page: Page, number: string) => {
  await page.locator("[name=code]").waitFor();
  await page.locator("[name=code]").fill(await codeTo(number));
};
const ticketsOf = async (number: string) =>
  (await desk.tickets()).filter(({ reporter }) => reporter.phone === number);

describe("with scripts blocked", () => {
  it("somebody scans the code, reports with photos, proves the phone and gets a number", async () => {
    const number = freshPhone();
    const { residentId, houseIds } = await mintOwner(desk, number, ["3-1-502"]);
    const { context, page, problems } = await openPage(browser, { ...chinese, javaScriptEnabled: false });
    await page.goto(address());
    await fill(page, number);
    await page.getByLabel("比较急").check();
    await page.getByLabel("照片").setInputFiles([png("a.png"), png("b.png")]);
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByRole("heading", { name: "验证手机号" }).waitFor();
    const code = await codeTo(number);
    await page.getByLabel("6 位验证码").fill(code === "000000" ? "000001" : "000000");
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("alert").getByText("还可以再试 4 次").waitFor();
    await page.getByRole("link", { name: "改内容或换号码" }).click();
    expect(await page.getByLabel("说说情况").inputValue()).toBe("厨房漏水\n很急");
    await page.getByLabel("说说情况").fill("卫生间漏水");
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByLabel("6 位验证码").fill(code);
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "已经收到" }).waitFor();
    const [ticket, ...others] = await ticketsOf(number);
    expect(others).toEqual([]);
    expect(ticket).toMatchObject({
      ...{ channel: "qr", urgency: "urgent", words: "卫生间漏水", houseId: houseIds[0] },
      reporter: { residentId, name: "李雷" },
      photos: [expect.any(String), expect.any(String)],
    });
    expect(await page.getByText(ticket?.number ?? "").count()).toBe(1);
    // The pages answered 400 for the wrong code, which the browser notes.
    expect(problems.filter((one) => !one.includes("400"))).toEqual([]);
    await context.close();
  });

  it("too large a photo leads to a page that says so", async () => {
    const { context, page } = await openPage(browser, { ...chinese, javaScriptEnabled: false });
    await page.goto(address());
    await fill(page, freshPhone());
    const large = join(process.env.FRONTDESK_FILES ?? "", "large.png");
    await writeFile(large, Buffer.alloc(32 << 20, 1));
    await page.getByLabel("照片").setInputFiles(large);
    await page.getByRole("button", { name: "下一步" }).click();
    await page.getByRole("heading", { name: "照片太大了" }).waitFor();
    await page.goBack();
    expect(await page.getByLabel("怎么称呼您").inputValue()).toBe("李雷");
    await context.close();
  });

  it("an empty form is not sent, by the browser's own check", async () => {
    const { context, page } = await openPage(browser, { ...chinese, javaScriptEnabled: false });
    await page.goto(address());
    server.wire.length = 0;
    await page.getByRole("button", { name: "下一步" }).click();
    expect(await page.locator(":invalid:not(form)").count()).toBe(4);
    expect(server.wire).toEqual([]);
    await context.close();
  });
});

describe("the little scripts", () => {
  it("keep what was filled in until it is sent, and send a form once", async () => {
    const number = freshPhone();
    const { context, page, problems } = await openPage(browser, chinese);
    await page.goto(address());
    await fill(page, number);
    await page.getByLabel("比较急").check();
    await page.getByText("已暂存在这台设备上").waitFor();
    await page.goto(`${server.url}/r/${desk.token}?lang=en`);
    expect(await page.getByLabel("What happened?").inputValue()).toBe("厨房漏水\n很急");
    expect(await page.getByLabel("It is pressing").isChecked()).toBe(true);
    server.wire.length = 0;
    await page.getByRole("button", { name: "Next" }).dblclick();
    await enterCode(page, number);
    await page.getByRole("button", { name: "Send the report" }).click();
    await page.getByRole("heading", { name: "We have it" }).waitFor();
    expect(server.wire.filter(({ method }) => method === "POST")).toHaveLength(2);
    expect(await page.evaluate<number>("localStorage.length")).toBe(0);
    await page.getByRole("link", { name: "Report something else" }).click();
    expect(await page.getByLabel("What happened?").inputValue()).toBe("");
    expect(await ticketsOf(number)).toMatchObject([{ urgency: "urgent" }]);
    expect(problems).toEqual([]);
    await context.close();
  });

  it("make photos small before they are sent", async () => {
    const number = freshPhone();
    const { context, page, problems } = await openPage(browser, chinese);
    await page.goto(address());
    await fill(page, number);
    const picture = await page.evaluate<string>(`(() => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 3000, height: 2000 });
      const pen = canvas.getContext("2d");
      for (let i = 0; i < 400; i++) {
        pen.fillStyle = "hsl(" + i * 37 + " 80% 50%)";
        pen.fillRect((i * 331) % 3000, (i * 173) % 2000, 300, 200);
      }
      return canvas.toDataURL("image/png").split(",")[1];
    })()`);
    const buffer = Buffer.from(picture, "base64");
    await page.getByLabel("照片").setInputFiles([{ name: "big.png", mimeType: "image/png", buffer }]);
    await page.getByRole("button", { name: "下一步", disabled: false }).click();
    await enterCode(page, number);
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByRole("heading", { name: "已经收到" }).waitFor();
    const [attachmentId = ""] = (await ticketsOf(number))[0]?.photos ?? [];
    const { bytes, contentType } = await desk.as("technician", () => getPhoto({ attachmentId }));
    expect(contentType).toBe("image/jpeg");
    const sizes = `createImageBitmap(new Blob([Uint8Array.from(atob("${Buffer.from(bytes).toString("base64")}"), (c) => c.charCodeAt(0))])).then(({ width, height }) => [width, height])`;
    expect(await page.evaluate<number[]>(sizes)).toEqual([1600, 1067]);
    expect(problems).toEqual([]);
    await context.close();
  });
});

const leak = () =>
  desk.as("front_desk", () =>
    registerTicket({
      ...{ projectId: desk.projectId, kind: "repair", category: "leak", channel: "call" },
      ...{ words: "厨房天花板漏水，滴到灶台上", reporter: { name: "李雷" } },
    }),
  );

/** The links to a ticket that is open and to one that was done, and a resident's to refuse messages. */
async function links() {
  const [at, { ticketId }] = [await leak(), await leak()];
  await desk.as("front_desk", () => assignTicket({ ticketId: at.ticketId, trade: "engineering" }));
  await desk.as("project_manager", () => completeTicket({ ticketId, note: "换了楼上的接头，试水正常" }));
  const { residentId } = await mintOwner(desk, freshPhone(), []);
  const work = new Work(desk.tenantId);
  const refuse = createLink(work, { kind: "refuse", subjectId: residentId });
  const open = createLink(work, { kind: "ticket", subjectId: at.ticketId });
  const rate = createLink(work, { kind: "ticket", subjectId: ticketId });
  await work.commit();
  const of = (token: string) => `${server.url}/t/${token}`;
  return { refuse: `${server.url}/u/${refuse}`, open: of(open), rate: of(rate), ticketId };
}

type Step = [state: string, go: (page: Page) => Promise<unknown>];
const send = (page: Page) => page.locator("main form button[type=submit]").first().click();

/** A walk through what a resident may meet on these pages, in a language. */
function walk(lang: string, { refuse, open, rate }: Awaited<ReturnType<typeof links>>): Step[] {
  const number = freshPhone();
  const visit = (url: string) => (page: Page) => page.goto(`${url}?lang=${lang}`);
  const faulty = async (page: Page) => {
    // What a browser that checks nothing would send.
    await page.evaluate("document.forms[0].noValidate = true");
    await send(page);
    await page.locator(".summary").waitFor();
  };
  const begin = async (page: Page) => {
    await page.locator("[name=topic]").selectOption("emergency.gas");
    await page.locator("[name=words]").fill("楼道里有燃气味");
    await page.locator("[name=name]").fill("李雷");
    await page.locator("[name=phone]").fill(number.replace("+86", ""));
    await send(page);
    await page.locator("[name=code]").waitFor();
  };
  const confirm = async (page: Page) => {
    await enterCode(page, number);
    await send(page);
    await page.locator(".big").waitFor();
  };
  return [
    ["form", visit(address())],
    ["faults", faulty],
    ["code", begin],
    ["wrong code", faulty],
    ["registered", confirm],
    ["unknown", visit(`${server.url}/r/x`)],
    ["refuse", visit(refuse)],
    ["rate", visit(rate)],
    ["not solved", (page) => page.locator("summary").click()],
    [
      "nothing to add",
      async (page) => {
        await visit(open)(page);
        await faulty(page);
      },
    ],
    [
      "added",
      async (page) => {
        await page.locator("[name=more]").fill("水更大了，下午在家");
        await page.locator("[name=photos]").setInputFiles([png("a.png")]);
        await page.locator("main form button[type=submit]:enabled").click();
        await page.getByRole("status").waitFor();
      },
    ],
  ];
}

it.each([
  { size: "phone", options: phone },
  { size: "desk", options: wide },
])(
  "every state has no accessibility finding and nothing that sticks out: $size",
  async ({ size, options }) => {
    const given = await links();
    for (const lang of ["zh-CN", "en"]) {
      const { context, page } = await openPage(browser, options);
      for (const [state, go] of walk(lang, given)) {
        await go(page);
        expect([state, await accessibility(page), await overflows(page)]).toEqual([state, [], false]);
        // To look at: SHOTS=folder keeps a picture of each.
        if (process.env.SHOTS)
          await page.screenshot({
            path: `${process.env.SHOTS}/${state}-${size}-${lang}.png`,
            fullPage: true,
          });
      }
      await context.close();
    }
  },
  180_000,
);

it("adding, rating, saying that it is not solved and refusing work with scripts blocked", async () => {
  const { open, rate, refuse, ticketId } = await links();
  const { context, page } = await openPage(browser, { ...chinese, javaScriptEnabled: false });
  await page.goto(open);
  await page.getByLabel("补充说明").fill("水更大了");
  await page.getByLabel("照片").setInputFiles([png("a.png")]);
  await page.getByRole("button", { name: "发送补充" }).click();
  await page.getByText("已经收到您的补充").waitFor();
  await page.getByRole("img", { name: "您发来的照片 1" }).waitFor();
  await page.goto(rate);
  await page.locator('input[name=score][value="4"]').check();
  await page.getByLabel("还想说点什么").fill("很快");
  await page.getByRole("button", { name: "提交评价" }).click();
  await page.getByText("谢谢您！您的评价已收到").waitFor();
  await page.getByText("问题没解决？").click();
  await page.getByLabel("哪里没弄好").fill("还在滴水");
  await page.getByRole("button", { name: "没解决，请重新处理" }).click();
  await page.getByText("已经重新安排").waitFor();
  const { state } = await desk.as("front_desk", () => getTicket({ ticketId }));
  expect(state).toBe("registered");
  await page.goto(refuse);
  await page.getByRole("button", { name: "退订" }).click();
  await page.getByRole("heading", { name: "已经退订" }).waitFor();
  await page.getByRole("button", { name: "恢复接收" }).click();
  await page.getByRole("heading", { name: "已经恢复" }).waitFor();
  await context.close();
});
