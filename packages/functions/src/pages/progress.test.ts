import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { MemberActor } from "@frontdesk/core/actor";
import { addPhoto } from "@frontdesk/core/attachment/index";
import { asIfAt, isoNow, plus } from "@frontdesk/core/clock";
import { withActor } from "@frontdesk/core/context";
import { createLink, newToken } from "@frontdesk/core/link/link";
import { changeProject } from "@frontdesk/core/project/index";
import { freshPhone, mintDesk, photo } from "@frontdesk/core/report/report.testing";
import { Work } from "@frontdesk/core/table/work";
import { addMember } from "@frontdesk/core/ticket/cast.testing";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  getTicket,
  pauseOrder,
  registerTicket,
  Ticket,
  voidTicket,
} from "@frontdesk/core/ticket/index";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp } from "./survey.testing";

let desk: Awaited<ReturnType<typeof mintDesk>>;
let worker: MemberActor;
beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-progress-"));
  desk = await mintDesk("安居物业");
  const work = new Work(desk.tenantId);
  worker = addMember(work, desk, "technician");
  await work.commit();
  await desk.as("headquarters", () => changeProject({ projectId: desk.projectId, phone: "0571-8888 6666" }));
});

const app = testApp();
const get = (path: string) => app.request(path);
const post = (path: string, fields: Record<string, string>) =>
  app.request(path, { method: "POST", body: new URLSearchParams(fields) });
function send(path: string, fields: Record<string, string>, photos: (Buffer | string)[] = []) {
  const body = new FormData();
  for (const [name, value] of Object.entries({ act: "add", ...fields })) body.set(name, value);
  for (const one of photos) body.append("photos", new Blob([new Uint8Array(Buffer.from(one))]), "a.jpg");
  return app.request(path, { method: "POST", body });
}
/** Noon in the firm's zone on a day of November 2026. */
const noon = (day: number) => `2026-11-${day}T04:00:00.000Z`;

/** A ticket and where its resident follows it. */
async function registered(
  more: Partial<Parameters<typeof registerTicket>[0]> = {},
  locale: "zh-CN" | "en" = "zh-CN",
) {
  const { ticketId, number } = await desk.as("front_desk", () =>
    registerTicket({
      ...{ projectId: desk.projectId, kind: "repair", category: "leak", channel: "call" },
      ...{ words: "厨房漏水\n<b>很急</b>", reporter: { name: "李雷", phone: freshPhone(), locale } },
      ...more,
    }),
  );
  const { link = "" } = await desk.asSystem(() => Ticket.need({ ticketId }));
  return { ticketId, number, path: `/t/${link}` };
}
async function done(locale: "zh-CN" | "en" = "zh-CN") {
  const ticket = await registered({}, locale);
  await desk.as("project_manager", () =>
    completeTicket({ ticketId: ticket.ticketId, note: "换了接头 & 试过水" }),
  );
  return ticket;
}
const ticketOf = (ticketId: string) => desk.as("headquarters", () => getTicket({ ticketId }));
const ratingOf = async (ticketId: string) =>
  (await desk.asSystem(() => Ticket.need({ ticketId }))).completions[0]?.rating;
const textOf = async (path: string) => (await get(path)).text();

describe("the page by which a resident follows a ticket", () => {
  it("says how it stands in plain words, what comes next and by when", async () => {
    const { ticketId, path } = await asIfAt(noon(20), () => registered());
    const at = (body: () => Promise<unknown>) => asIfAt(noon(20), body);
    expect(await asIfAt(noon(20), () => textOf(path))).toContain("<h1>已经收到，正在安排人处理</h1>");
    await at(() => desk.as("front_desk", () => assignTicket({ ticketId, trade: "engineering" })));
    expect(await asIfAt(noon(20), () => textOf(path))).toContain(
      "<h1>已派给维修师傅，预计11月22日12点前完成</h1>",
    );
    expect(await asIfAt(noon(21), () => textOf(path))).toContain("预计明天12点前完成");
    expect(await asIfAt(noon(21), () => textOf(`${path}?lang=en`))).toContain(
      "<h1>Given to our technician, expected by tomorrow 12:00</h1>",
    );
    const late = await asIfAt(noon(23), () => textOf(path));
    expect(late).toContain("<h1>已派给维修师傅</h1>");
    expect(late).toContain("比说好的时间晚了，很抱歉");
  });

  it("says of a pause what the work waits for, and nothing that was noted", async () => {
    const { ticketId, path } = await registered();
    const { memberId: assigneeId } = worker;
    await desk.as("front_desk", () => assignTicket({ ticketId, assigneeId }));
    await withActor(worker, () => acceptTicket({ ticketId }));
    await withActor(worker, () => pauseOrder({ ticketId, note: "张总那边没发货", cause: "parts" }));
    const text = await textOf(path);
    expect(text).toContain("<h1>处理暂时停了下来：等配件材料</h1>");
    expect(text).toContain("暂停处理：等配件材料");
    expect(text).not.toContain("张总");
  });

  it("shows number, what was reported and what was done, whom to call, and nothing of who did it", async () => {
    const { path, number } = await done();
    const answer = await get(path);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    for (const part of [
      number,
      "厨房漏水\n&lt;b&gt;很急&lt;/b&gt;",
      "换了接头 &amp; 试过水",
      "安居物业",
      "报修 · 漏水",
      'href="tel:057188886666"',
    ])
      expect(text).toContain(part);
    expect(text).not.toMatch(/project_manager|mem_|李雷|\+86/);
    expect(text).not.toMatch(/\s(src|srcset)=|https?:(?!\/\/www\.w3\.org)/);
    expect(answer.headers.get("content-security-policy")).toMatch(/^default-src 'none'; style-src 'sha256-/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(gzipSync(text).length).toBeLessThan(15 * 1024);
  });

  it("is friendly about what was merged or withdrawn", async () => {
    const twin = await registered({ words: "邻居报的" });
    const merged = await registered();
    await desk.as("front_desk", () =>
      voidTicket({ ticketId: merged.ticketId, note: "和张家的一样", duplicateOf: twin.ticketId }),
    );
    const text = await textOf(merged.path);
    expect(text).toContain("已经合并处理");
    expect(text).toContain(`由 ${twin.number} 一起处理，正在进行中`);
    expect(text).not.toMatch(/邻居|张家/);
    const gone = await registered();
    await desk.as("front_desk", () => voidTicket({ ticketId: gone.ticketId, note: "内部：误报" }));
    const withdrawn = await textOf(gone.path);
    expect(withdrawn).toContain("这件报事已经撤销");
    expect(withdrawn).not.toContain("误报");
  });

  it("is over ninety days after the end, for reading and for sending", async () => {
    const { path, ticketId } = await done();
    await asIfAt(plus(isoNow(), { days: 91 }), async () => {
      const answer = await get(path);
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain("这个链接已经过期");
      expect((await post(path, { score: "5" })).status).toBe(410);
    });
    expect(await ratingOf(ticketId)).toBeUndefined();
  });

  it("is unknown when altered, of another kind, of another firm's ticket, or of what was never done", async () => {
    const { path, ticketId } = await done();
    const token = path.slice(3);
    const altered = (token.startsWith("a") ? "b" : "a") + token.slice(1);
    const work = new Work(desk.tenantId);
    const report = createLink(work, { kind: "report", subjectId: ticketId });
    const never = createLink(work, { kind: "rate", subjectId: `${ticketId}.7` });
    await work.commit();
    const elsewhere = new Work((await mintDesk()).tenantId);
    const foreign = createLink(elsewhere, { kind: "ticket", subjectId: ticketId });
    await elsewhere.commit();
    for (const one of [altered, report, never, foreign, newToken(), "x", ""]) {
      expect((await get(`/t/${one}`)).status).toBe(404);
      expect((await post(`/t/${one}`, { score: "1" })).status).toBe(404);
      expect((await send(`/t/${one}`, { more: "x" })).status).toBe(404);
      expect((await post(`/t/${one}`, { act: "again", reason: "x" })).status).toBe(404);
    }
    expect((await get(`/s/${token}`)).status).toBe(404);
    const { history } = await ticketOf(ticketId);
    expect(history.map(({ action }) => action)).toEqual(["register", "complete"]);
  });
});

describe("a link of an earlier version, made for one completion", () => {
  it("opens the same page, takes its rating, and is over when it said", async () => {
    const { ticketId } = await done();
    const work = new Work(desk.tenantId);
    const expires = plus(isoNow(), { days: 90 });
    const old = `/t/${createLink(work, { kind: "rate", subjectId: `${ticketId}.0`, expires })}`;
    await work.commit();
    expect(await textOf(old)).toContain("这次处理得怎么样？");
    expect((await post(old, { score: "3" })).status).toBe(303);
    expect(await ratingOf(ticketId)).toMatchObject({ score: 3 });
    expect((await asIfAt(expires, () => get(old))).status).toBe(410);
  });
});

describe("rating", () => {
  it("is taken once and thanked for in the resident's language", async () => {
    const { path, ticketId } = await done("en");
    expect(await textOf(path)).toContain("How did we do?");
    const fields = { act: "rate", completion: "1", score: "5", words: " Fast\r\nand clean " };
    const answer = await post(`${path}?lang=en`, fields);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?done=rated&lang=en`]);
    expect(await ratingOf(ticketId)).toMatchObject({ score: 5, words: "Fast\nand clean" });
    const thanked = await textOf(`${path}?done=rated&lang=en`);
    expect(thanked).toContain("Thank you!");
    expect(thanked).toContain("You gave 5 of 5");
    expect(thanked).not.toContain("How did we do?");
    const again = await post(path, { score: "1" });
    expect(again.status).toBe(409);
    expect(await again.text()).toContain("You have rated this already");
    expect(await ratingOf(ticketId)).toMatchObject({ score: 5 });
  });

  it("says sorry to those who were not satisfied, and what they can do", async () => {
    const { path, ticketId } = await done();
    const answer = await post(path, { score: "2", words: "" });
    expect(answer.headers.get("location")).toContain("done=poor");
    expect(await ratingOf(ticketId)).toEqual({ score: 2, at: expect.any(String) });
    const text = await textOf(`${path}?done=poor`);
    expect(text).toContain("很抱歉这次没让您满意");
    expect(text).toMatch(/<details[^>]* open/);
  });

  it("stores one of twenty at once, and thanks the others kindly", async () => {
    const { path, ticketId } = await done();
    const scores = Array.from({ length: 20 }, (_, i) => String((i % 5) + 1));
    const answers = await Promise.all(scores.map((score) => post(path, { score })));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      303,
      ...Array.from({ length: 19 }, () => 409),
    ]);
    for (const answer of answers)
      if (answer.status === 409) expect(await answer.text()).toContain("您已经评价过了");
    const { history } = await ticketOf(ticketId);
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

  it("is refused kindly when it is too large, no form, or for what is not done", async () => {
    const { path, ticketId } = await done();
    expect((await post(path, { score: "4", words: "x".repeat(20_000) })).status).toBe(413);
    const json = { method: "POST", body: "{}", headers: { "content-type": "application/json" } };
    expect((await app.request(path, json)).status).toBe(400);
    expect(await ratingOf(ticketId)).toBeUndefined();
    const open = await registered();
    const early = await post(open.path, { score: "5" });
    expect(early.status).toBe(409);
    expect(await early.text()).toContain("情况刚刚有变化");
  });
});

describe("adding", () => {
  it("words and photos, which the page then shows and staff find with the ticket", async () => {
    const { path, ticketId } = await registered();
    const once = /name="once" value="(\w+)"/.exec(await textOf(path))?.[1] ?? "";
    const form = { more: "水更大了", once };
    for (const answer of await Promise.all([0, 1, 2].map(() => send(path, form, [photo("x")]))))
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `${path}?done=added&lang=zh-CN`]);
    const { history, photos } = await ticketOf(ticketId);
    expect(history.filter(({ action }) => action === "add")).toMatchObject([{ note: "水更大了", photos }]);
    const text = await textOf(`${path}?done=added`);
    expect(text).toContain("水更大了");
    const [, src = ""] = /<img src="([^"]+)"/.exec(text) ?? [];
    const shown = await get(src);
    expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/png"]);
    expect(Buffer.from(await shown.arrayBuffer()).equals(photo("x"))).toBe(true);
    const other = await registered();
    expect((await get(src.replace(path, other.path))).status).toBe(404);
  });

  it.each([
    ["nothing", "more", {}, []],
    ["too many words", "more", { more: "长".repeat(1_001) }, []],
    ["a program", "photos", { more: "看图" }, ["MZ\u0090 program"]],
    ["half a photo", "photos", { more: "看图" }, [photo("x").subarray(0, 40)]],
    ["too many photos", "photos", { more: "看图" }, Array.from({ length: 4 }, () => photo("x"))],
  ])("is refused with the reason: %s", async (_, field, fields, photos) => {
    const { path, ticketId } = await registered();
    const answer = await send(path, fields, photos);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain(`<a href="#${field}">`);
    if (field === "photos") expect(text).toMatch(/看图<\/textarea>/);
    expect((await ticketOf(ticketId)).history).toHaveLength(1);
  });

  it("is refused when photos are too large, and once the work is done", async () => {
    const { path } = await registered();
    const large = await send(path, { more: "看图" }, [Buffer.alloc(31 << 20, 1)]);
    expect(large.status).toBe(413);
    expect(await large.text()).toContain("照片太大了");
    const late = await done();
    expect((await send(late.path, { more: "再说一句" })).status).toBe(409);
    expect(await textOf(late.path)).not.toContain('name="more"');
  });

  it("leaves staff's own photos out", async () => {
    const file = photo("staff");
    const { attachmentId } = await desk.as("front_desk", () => addPhoto({ projectId: desk.projectId, file }));
    const { path } = await registered({ photos: [attachmentId] });
    expect(await textOf(path)).not.toContain("<img");
    expect((await get(`${path}/photos/${attachmentId}`)).status).toBe(404);
  });
});

describe("saying that it is not solved", () => {
  const again = (path: string, reason = "还在漏") => post(path, { act: "again", reason });

  it("takes it up again once, and shows how it goes on", async () => {
    const { path, ticketId } = await done();
    const answers = await Promise.all([0, 1, 2].map(() => again(path)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409, 409]);
    expect(await ticketOf(ticketId)).toMatchObject({ state: "registered", reopenedCount: 1 });
    const text = await textOf(`${path}?done=again`);
    expect(text).toContain("很抱歉没弄好，已经重新安排");
    expect(text).toContain("您说没弄好，重新处理");
    expect(text).not.toContain("这次处理得怎么样");
  });

  it("needs to say what is not right", async () => {
    const { path, ticketId } = await done();
    const answer = await again(path, " ");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(/<a href="#reason">.*<details[^>]* open/s);
    expect((await ticketOf(ticketId)).reopenedCount).toBe(0);
  });

  it("is told kindly after seven days that a new report is the way, and how", async () => {
    const { path, ticketId } = await done();
    await asIfAt(plus(isoNow(), { days: 8 }), async () => {
      const text = await textOf(path);
      expect(text).toContain("完成超过 7 天");
      expect(text).toContain(`href="/r/${desk.token}?lang=zh-CN"`);
      expect(text).not.toContain("问题没解决？");
      const late = await again(path);
      expect(late.status).toBe(410);
      expect(await late.text()).toContain("已经超过 7 天");
    });
    expect((await ticketOf(ticketId)).state).toBe("completed");
  });
});
