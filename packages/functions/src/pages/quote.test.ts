import { asIfAt, isoNow, plus } from "@frontdesk/core/clock";
import { House, houseIdOf } from "@frontdesk/core/house/house.entity";
import { createLink, newToken } from "@frontdesk/core/link/link";
import { listQuotes, makeQuote, withdrawQuote } from "@frontdesk/core/quote/index";
import { freshPhone, mintDesk, outbox } from "@frontdesk/core/report/report.testing";
import { Work } from "@frontdesk/core/table/work";
import setup from "@frontdesk/core/testing/database";
import { completeTicket, registerTicket } from "@frontdesk/core/ticket/index";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApp } from "./survey.testing";

// A database of its own: the messages of all its firms are sent.
let stop: () => Promise<void>;
let desk: Awaited<ReturnType<typeof mintDesk>>;
const { textsTo } = outbox();
beforeAll(async () => {
  stop = await setup();
  desk = await mintDesk("安居物业");
});
afterAll(() => stop());

const app = testApp();
const get = (path: string) => app.request(path);
const post = (path: string, fields: Record<string, string>) =>
  app.request(path, { method: "POST", body: new URLSearchParams(fields) });
const noon = () => `${plus(isoNow(), { days: 1 }).slice(0, 10)}T04:00:00.000Z`;
const lines = [
  { code: "waterPipe", hundredths: 250 },
  { name: "弯头<b>", unit: "piece" as const, hundredths: 300, unitFen: 450 },
  { name: "生料带", unit: "roll" as const, hundredths: 100, unitFen: 0 },
];

let houses = 0;
async function house() {
  const { projectId } = desk;
  const code = `1-1-${++houses}`;
  const work = new Work(desk.tenantId);
  const parts = { building: "1", unit: "1", room: String(houses), areaHundredths: 8_900 };
  const houseId = houseIdOf(projectId, code);
  work.create(House, { houseId, projectId, code, ...parts, createdAt: isoNow() });
  await work.commit();
  return houseId;
}

/** A leak with a quote, and the link its resident got. */
async function quoted(locale: "zh-CN" | "en" = "zh-CN") {
  const phone = freshPhone();
  const houseId = await house();
  const { ticketId } = await desk.as("front_desk", () =>
    registerTicket({
      ...{ projectId: desk.projectId, houseId, kind: "repair", category: "leak", channel: "call" },
      ...{ words: "厨房漏水", reporter: { name: "李雷", phone, locale } },
    }),
  );
  await desk.as("project_manager", () => makeQuote({ ticketId, lines, note: "今天就能做", send: true }));
  const texts = await asIfAt(noon(), () => textsTo(phone));
  return { ticketId, path: /\/q\/\w{12}/.exec(texts.join())?.[0] ?? "" };
}
const quoteOf = async (ticketId: string) =>
  (await desk.as("project_manager", () => listQuotes({ ticketId }))).items[0];

describe("the page of a quote", () => {
  it("shows every line and the total in both languages, in few bytes, without a script", async () => {
    const { path } = await quoted();
    for (const [lang, parts] of [
      [
        "zh-CN",
        [
          "安居物业",
          "水管改装",
          "30.00元 × 2.5 米",
          "75.00元",
          "弯头&lt;b&gt;",
          "13.50元",
          "免费",
          "88.50元",
        ],
      ],
      ["en", ["Lay a water pipe", "¥30.00 × 2.5 m", "¥75.00", "free", "Agree to ¥88.50", "Do not agree"]],
    ] as const) {
      const answer = await get(`${path}?lang=${lang}`);
      expect(answer.status).toBe(200);
      const text = await answer.text();
      for (const part of parts) expect(text).toContain(part);
      expect(text).toContain("今天就能做");
      expect(text).not.toMatch(/<script|\s(src|srcset)=|mem_|李雷|\+86/);
      expect(Buffer.byteLength(text)).toBeLessThan(15 * 1024);
      expect(answer.headers.get("content-security-policy")).toMatch(
        /^default-src 'none'; style-src 'sha256-/,
      );
    }
  });

  it("takes the resident's consent, and says so from then on", async () => {
    const { path, ticketId } = await quoted("en");
    const answer = await post(path, { answer: "agree", reason: "" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?lang=en`]);
    expect(await quoteOf(ticketId)).toMatchObject({ state: "agreed", consent: { by: "link", name: "李雷" } });
    expect(await (await get(`${path}?lang=en`)).text()).toContain("You have agreed to this quote");
    const again = await post(path, { answer: "decline" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("You have agreed to this quote");
    expect(await quoteOf(ticketId)).toMatchObject({ state: "agreed" });
  });

  it("takes a no with its reason", async () => {
    const { path, ticketId } = await quoted();
    expect((await post(path, { answer: "decline", reason: " 太贵\r\n了 " })).status).toBe(303);
    expect(await quoteOf(ticketId)).toMatchObject({
      ...{ state: "declined", ended: { reason: "太贵\n了" } },
    });
    expect(await (await get(path)).text()).toContain("您没有同意这份报价");
  });

  it("takes one answer of twenty at once, and shows the others what it was", async () => {
    const { path, ticketId } = await quoted();
    const said = Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? "agree" : "decline"));
    const answers = await Promise.all(said.map((answer) => post(path, { answer })));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      303,
      ...Array.from({ length: 19 }, () => 409),
    ]);
    const winner = said[answers.findIndex(({ status }) => status === 303)];
    expect(await quoteOf(ticketId)).toMatchObject({ state: winner === "agree" ? "agreed" : "declined" });
    for (const answer of answers)
      if (answer.status === 409)
        expect(await answer.text()).toContain(winner === "agree" ? "您已同意" : "您没有同意");
  });

  it.each([
    ["answer", ""],
    ["answer", "yes"],
    ["reason", "长".repeat(301)],
  ])("comes back with %s named when it is wrong", async (field, value) => {
    const { path, ticketId } = await quoted();
    const answer = await post(path, { answer: "decline", reason: "太贵", [field]: value });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(`<a href="#${field}">`);
    expect(await quoteOf(ticketId)).toMatchObject({ state: "sent" });
  });

  it("takes nothing once it was withdrawn, replaced, lapsed, or its work done", async () => {
    const [withdrawn, replaced, done, late] = [
      await quoted(),
      await quoted(),
      await quoted(),
      await quoted(),
    ];
    await desk.as("project_manager", async () => {
      await withdrawQuote({ ticketId: withdrawn.ticketId, quote: 1 });
      await makeQuote({ ticketId: replaced.ticketId, lines });
      await completeTicket({ ticketId: done.ticketId, note: "没有收费" });
    });
    for (const [{ path }, words] of [
      [withdrawn, "已经撤回"],
      [replaced, "已经撤回"],
      [done, "已经失效"],
    ] as const) {
      expect(await (await get(path)).text()).toContain(words);
      expect((await post(path, { answer: "agree" })).status).toBe(409);
    }
    await asIfAt(plus(isoNow(), { days: 8 }), async () => {
      expect((await get(late.path)).status).toBe(410);
      expect((await post(late.path, { answer: "agree" })).status).toBe(409);
    });
    expect(await quoteOf(late.ticketId)).toMatchObject({ state: "sent" });
  });

  it("is unknown when altered, of another kind, of another firm, or of no quote", async () => {
    const { path, ticketId } = await quoted();
    const token = path.slice(3);
    const altered = (token.startsWith("a") ? "b" : "a") + token.slice(1);
    const work = new Work(desk.tenantId);
    const rate = createLink(work, { kind: "rate", subjectId: `${ticketId}.quote.1` });
    const none = createLink(work, { kind: "quote", subjectId: `${ticketId}.quote.7` });
    await work.commit();
    const elsewhere = new Work((await mintDesk()).tenantId);
    const foreign = createLink(elsewhere, { kind: "quote", subjectId: `${ticketId}.quote.1` });
    await elsewhere.commit();
    for (const one of [altered, rate, none, foreign, newToken(), "x", ""]) {
      expect((await get(`/q/${one}`)).status).toBe(404);
      expect((await post(`/q/${one}`, { answer: "agree" })).status).toBe(404);
    }
    expect((await get(`/t/${token}`)).status).toBe(404);
    expect(await quoteOf(ticketId)).toMatchObject({ state: "sent" });
  });
});
