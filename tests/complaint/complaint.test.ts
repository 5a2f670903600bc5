import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, it } from "vitest";
import { resources as en } from "../../web/src/i18n/en/index";
import { resources as zh } from "../../web/src/i18n/zh-CN/index";
import { choose, launch, person, press, sees } from "../browser";
import { Service } from "../service";

let service: Service;
let browser: Browser;
beforeAll(async () => {
  service = await Service.start();
  browser = await launch();
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await service?.stop();
});

const password = "a long password 2026";
const photo = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

/** What is said in each language. */
const languages = {
  "zh-CN": {
    catalogue: zh,
    firm: "安居物业",
    name: "王总",
    resident: "张伟",
    category: "服务态度",
    words: "前台电话打了一下午没人接",
    finding: "听了来电录音，交接班时漏接三个电话",
    proposal: "致歉并逐个回拨，交接班加一人",
    done: "已致歉并回拨",
    improved: "每班核对来电",
    unhappy: "昨晚还是没人接",
    reason: "交接制度没有写明来电由谁接",
  },
  en: {
    catalogue: en,
    firm: "Harbour Property",
    name: "Ann Wang",
    resident: "John Smith",
    category: "Service and manners",
    words: "Nobody answered the phone all afternoon",
    finding: "Listened to the recordings: three calls were missed at the change of shift",
    proposal: "Apologise, call all three back, one person more at the change of shift",
    done: "Apologised and called back",
    improved: "Each shift checks the calls of the last",
    unhappy: "Nobody answered last night either",
    reason: "The handover rule does not say who takes calls",
  },
} as const;
type Locale = keyof typeof languages;

/** A text of the web app's catalogue in a language: `word("complaints:do.approve")`. */
const wordsOf = (locale: Locale) => (key: string) => {
  const [namespace = "", path = ""] = key.split(":");
  const catalogue: unknown = Reflect.get(languages[locale].catalogue, namespace);
  const text = path.split(".").reduce((tree, part) => Reflect.get(tree as object, part), catalogue);
  if (typeof text !== "string") throw new Error(`There is no text ${key}`);
  return text;
};

describe.each(Object.keys(languages) as Locale[])("the whole way of a complaint, in %s", (locale) => {
  const said = languages[locale];
  const word = wordsOf(locale);
  const address = (who: string) => `${who}-${locale.toLowerCase()}@complaint.example`;
  const phone = locale === "en" ? "+8613800002222" : "+8613800001111";

  async function made<T = Record<string, string>>(page: Page, path: string, data: object): Promise<T> {
    const answer = await page.request.post(`${service.url}/api${path}`, { data });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json();
  }

  async function signUp(): Promise<Page> {
    const page = await person(browser, { locale });
    await page.goto(`${service.url}/sign-up`);
    await page.getByLabel(word("auth:field.firmName")).fill(said.firm);
    await page.getByLabel(word("auth:field.name")).fill(said.name);
    await page.getByLabel(word("auth:field.email")).fill(address("hq"));
    await page.getByRole("textbox", { name: word("auth:field.password") }).fill(password);
    await press(page, word("auth:signUp.submit"));
    await page.goto(await service.link(address("hq"), /sign-up|verif|confirm|确认/i));
    await page.getByRole("textbox", { name: word("auth:field.password") }).fill(password);
    await press(page, word("auth:verified.submit"));
    await page.waitForURL(`${service.url}/`);
    return page;
  }

  async function invited(headquarters: Page, who: string, role: string): Promise<Page> {
    await made(headquarters, "/invitations", { email: address(who), role, projectIds: "all", locale });
    const page = await person(browser, { locale, phone: role === "front_desk" });
    await page.goto(await service.link(address(who), /invit|邀请/i));
    await page.getByLabel(word("auth:field.name")).fill(who);
    await page.getByRole("textbox", { name: word("auth:field.password") }).fill(password);
    await press(page, word("auth:invitation.submit"));
    await page.waitForURL(`${service.url}/`);
    return page;
  }

  /** Opens a step of the complaint and fills its form in; the button that sends it says the same again. */
  async function take(
    page: Page,
    deed: string,
    fill: (dialog: ReturnType<Page["getByRole"]>) => Promise<void>,
  ) {
    const name = word(`complaints:do.${deed}`);
    await page.getByRole("button", { name, exact: true }).first().click();
    const dialog = page.getByRole("dialog");
    await fill(dialog);
    await dialog.getByRole("button", { name, exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  }
  const note = (page: Page, deed: string, words: string) =>
    take(page, deed, (dialog) => dialog.getByLabel(word(`complaints:note.${deed}`)).fill(words));

  async function answered(page: Page) {
    await note(page, "carryOut", said.done);
    await take(page, "answer", async (dialog) => {
      await dialog.getByLabel(word("complaints:field.improved")).fill(said.improved);
      await dialog.getByText(word("complaints:answerWay.sms"), { exact: true }).click();
    });
    await sees(page, word("complaints:state.answered"));
  }

  async function called(page: Page, url: string, outcome: "satisfied" | "unsatisfied") {
    await page.goto(`${url}?do=callback`);
    const dialog = page.getByRole("dialog");
    await dialog.getByText(word(`callbacks:outcome.${outcome}`), { exact: true }).click();
    if (outcome === "unsatisfied") await dialog.getByLabel(word("callbacks:field.words")).fill(said.unhappy);
    await dialog.getByRole("button", { name: word("callbacks:submit") }).click();
    await dialog.waitFor({ state: "hidden" });
  }

  it("leads from the front desk over a second stage to somebody who answers for it", async () => {
    const headquarters = await signUp();
    const { projectId } = await made(headquarters, "/projects", { name: "Lakeside", kind: "residential" });
    const place = { building: "1", unit: "1", room: "101", areaHundredths: 9_000 };
    const { houseId } = await made(headquarters, `/projects/${projectId}/houses`, place);
    const owner = { as: "owner", name: said.resident, phone, locale };
    await made(headquarters, `/houses/${houseId}/residents`, owner);
    const desk = await invited(headquarters, "desk", "front_desk");
    const manager = await invited(headquarters, "manager", "project_manager");
    const caller = await invited(headquarters, "caller", "area_manager");

    await desk.goto(`${service.url}/tickets/new?house=${houseId}`);
    await desk.getByText(word("tickets:kind.complaint"), { exact: true }).click();
    await desk.getByText(said.category, { exact: true }).click();
    await desk.getByText(word("complaints:severity.major"), { exact: true }).click();
    await desk.getByLabel(word("tickets:field.words")).fill(said.words);
    await press(desk, word("tickets:new.submit"));
    await desk.getByRole("link", { name: word("tickets:done.open") }).click();
    await sees(desk, word("complaints:state.registered"));
    const url = desk.url();

    await take(desk, "investigate", async (dialog) => {
      await dialog.getByLabel(word("complaints:note.investigate")).fill(said.finding);
      const file = { name: "recording.png", mimeType: "image/png", buffer: photo };
      await dialog.locator("input[type=file]").setInputFiles(file);
      await dialog
        .getByRole("button", { name: word("common:photo.remove").replace("{{index}}", "1") })
        .waitFor();
    });
    await desk
      .getByRole("img", { name: word("common:photo.alt").replace("{{index}}", "1") })
      .first()
      .waitFor();
    await note(desk, "propose", said.proposal);

    await service.message(address("manager"), /TS\d{8}-\d{4}/);
    await manager.goto(`${service.url}/complaints?show=approve`);
    await manager.getByRole("link", { name: /TS\d{8}-\d{4}/ }).click();
    await sees(manager, said.proposal);
    await take(manager, "approve", async () => undefined);
    await sees(manager, word("complaints:state.approved"));

    await desk.reload();
    await answered(desk);
    await service.message(phone, new RegExp(said.done));
    await called(caller, url, "unsatisfied");

    await desk.reload();
    await sees(desk, said.unhappy);
    await note(desk, "investigate", said.finding);
    await note(desk, "propose", said.proposal);
    // Whoever decided first does not decide again.
    await manager.reload();
    await sees(manager, word("complaints:turn.proposedAbove"));
    const approve = manager.getByRole("button", { name: word("complaints:do.approve"), exact: true });
    if ((await approve.count()) > 0) throw new Error("The manager may decide a second time");
    await headquarters.goto(`${service.url}/complaints?show=quality`);
    await headquarters.getByRole("link", { name: /TS\d{8}-\d{4}/ }).click();
    await take(headquarters, "approve", async () => undefined);

    await desk.reload();
    await answered(desk);
    await called(caller, url, "satisfied");
    await headquarters.reload();
    await take(headquarters, "account", async (dialog) => {
      await dialog.getByText(word("tickets:trade.front_desk"), { exact: true }).click();
      await choose(dialog, word("complaints:field.cause"), word("complaints:cause.delay"));
      await dialog.getByLabel(word("complaints:field.reason")).fill(said.reason);
      await dialog.getByText(word("complaints:preventable.yes"), { exact: true }).click();
      await dialog.getByLabel(word("complaints:field.measure")).fill(said.improved);
    });
    await sees(headquarters, word("complaints:turn.closed"));
    await sees(headquarters, said.reason);
    await headquarters.goto(`${service.url}/complaints?show=closed`);
    await headquarters.getByRole("link", { name: /TS\d{8}-\d{4}/ }).waitFor();
  }, 300_000);
});
