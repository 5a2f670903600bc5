import { asIfAt, isoNow, plus } from "@frontdesk/core/clock";
import { createLink, newToken } from "@frontdesk/core/link/link";
import { freshPhone, mintDesk, outbox } from "@frontdesk/core/report/report.testing";
import { Work } from "@frontdesk/core/table/work";
import setup from "@frontdesk/core/testing/database";
import { completeTicket, getTicket, registerTicket, Ticket } from "@frontdesk/core/ticket/index";
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

/** A ticket that was done, and the link its resident got. */
async function done(locale: "zh-CN" | "en" = "zh-CN") {
  const phone = freshPhone();
  const { ticketId } = await desk.as("front_desk", () =>
    registerTicket({
      ...{ projectId: desk.projectId, kind: "repair", category: "leak", channel: "call" },
      ...{ words: "厨房漏水\n<b>很急</b>", reporter: { name: "李雷", phone, locale } },
    }),
  );
  await desk.as("project_manager", () => completeTicket({ ticketId, note: "换了接头 & 试过水" }));
  const texts = await asIfAt(noon(), () => textsTo(phone));
  const path = /\/t\/\w{12}/.exec(texts.join())?.[0] ?? "";
  return { ticketId, path };
}
const ratingOf = async (ticketId: string) =>
  (await desk.asSystem(() => Ticket.need({ ticketId }))).completions[0]?.rating;

describe("the page to rate an outcome", () => {
  it("shows number, what was reported and what was done, and nothing of who did it", async () => {
    const { path, ticketId } = await done();
    const answer = await get(path);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    const { number } = await desk.as("headquarters", () => getTicket({ ticketId }));
    for (const part of [
      number,
      "厨房漏水\n&lt;b&gt;很急&lt;/b&gt;",
      "换了接头 &amp; 试过水",
      "安居物业",
      "报修 · 漏水",
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/project_manager|mem_|李雷|\+86/);
    expect(text).not.toMatch(/\s(src|srcset)=|https?:(?!\/\/www\.w3\.org)/);
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(await ratingOf(ticketId)).toBeUndefined();
  });

  it("takes one rating and thanks for it in the resident's language", async () => {
    const { path, ticketId } = await done("en");
    expect(await (await get(path)).text()).toContain("How did we do?");
    const answer = await post(`${path}?lang=en`, { score: "5", words: " Fast\r\nand clean " });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?done=1&lang=en`]);
    expect(await ratingOf(ticketId)).toMatchObject({ score: 5, words: "Fast\nand clean" });
    expect(await (await get(`${path}?done=1&lang=en`)).text()).toContain("Thank you!");
    expect(await (await get(path)).text()).toContain("You have rated this already");
    const again = await post(path, { score: "1" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("You have rated this already");
    expect(await ratingOf(ticketId)).toMatchObject({ score: 5 });
  });

  it("says sorry to those who were not satisfied", async () => {
    const { path, ticketId } = await done();
    await post(path, { score: "2", words: "" });
    expect(await ratingOf(ticketId)).toEqual({ score: 2, at: expect.any(String) });
    expect(await (await get(`${path}?done=1`)).text()).toContain("很抱歉这次没让您满意");
  });

  it("stores one of twenty ratings at once, and thanks the others kindly", async () => {
    const { path, ticketId } = await done();
    const scores = Array.from({ length: 20 }, (_, i) => String((i % 5) + 1));
    const answers = await Promise.all(scores.map((score) => post(path, { score })));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      303,
      ...Array.from({ length: 19 }, () => 409),
    ]);
    for (const answer of answers)
      if (answer.status === 409) expect(await answer.text()).toContain("您已经评价过了");
    const { history } = await desk.as("headquarters", () => getTicket({ ticketId }));
    expect(history.filter(({ action }) => action === "rate" || action === "confirm")).toHaveLength(1);
    const winner = answers.findIndex(({ status }) => status === 303);
    expect(await ratingOf(ticketId)).toMatchObject({ score: Number(scores[winner]) });
  });

  it.each([
    ["score", "6"],
    ["score", ""],
    ["score", "1.5"],
    ["words", "长".repeat(501)],
  ])("comes back with %s named when it is wrong", async (field, value) => {
    const { path, ticketId } = await done();
    const answer = await post(path, { score: "4", words: "谢谢", [field]: value });
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain(`<a href="#${field}">`);
    expect(text).toMatch(field === "score" ? /谢谢<\/textarea>/ : /value="4"[^>]* checked/);
    expect(await ratingOf(ticketId)).toBeUndefined();
  });

  it("is refused kindly when it is too large, or no form", async () => {
    const { path, ticketId } = await done();
    expect((await post(path, { score: "4", words: "x".repeat(20_000) })).status).toBe(413);
    const json = { method: "POST", body: "{}", headers: { "content-type": "application/json" } };
    expect((await app.request(path, json)).status).toBe(400);
    expect(await ratingOf(ticketId)).toBeUndefined();
  });
});

describe("a link that takes no rating", () => {
  it("is over after ninety days", async () => {
    const { path, ticketId } = await done();
    await asIfAt(plus(isoNow(), { days: 91 }), async () => {
      const answer = await get(path);
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain("评价时间已经过了");
      expect((await post(path, { score: "5" })).status).toBe(409);
    });
    expect(await ratingOf(ticketId)).toBeUndefined();
  });

  it("is unknown when altered, of another kind, or of what was never done", async () => {
    const { path, ticketId } = await done();
    const token = path.slice(3);
    const altered = (token.startsWith("a") ? "b" : "a") + token.slice(1);
    const work = new Work(desk.tenantId);
    const report = createLink(work, { kind: "report", subjectId: `${ticketId}.0` });
    const later = createLink(work, { kind: "rate", subjectId: `${ticketId}.7` });
    await work.commit();
    const elsewhere = new Work((await mintDesk()).tenantId);
    const foreign = createLink(elsewhere, { kind: "rate", subjectId: `${ticketId}.0` });
    await elsewhere.commit();
    for (const one of [altered, report, later, foreign, newToken(), "x", ""]) {
      expect((await get(`/t/${one}`)).status).toBe(404);
      expect((await post(`/t/${one}`, { score: "1" })).status).toBe(404);
    }
    expect((await get(`/s/${token}`)).status).toBe(404);
    expect(await ratingOf(ticketId)).toBeUndefined();
  });
});
