import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getPhoto } from "@frontdesk/core/attachment/index";
import { asIfAt, isoNow, plus } from "@frontdesk/core/clock";
import { createLink, newToken } from "@frontdesk/core/link/link";
import { freshPhone, mintDesk, mintOwner, outbox, photo } from "@frontdesk/core/report/report.testing";
import { Work } from "@frontdesk/core/table/work";
import setup from "@frontdesk/core/testing/database";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApp } from "./survey.testing";

// A database of its own: the messages of all its firms are sent.
let stop: () => Promise<void>;
let desk: Awaited<ReturnType<typeof mintDesk>>;
const { codeTo, textsTo } = outbox();
beforeAll(async () => {
  stop = await setup();
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-report-"));
  desk = await mintDesk("安居物业");
});
afterAll(() => stop());

const app = testApp();
type Fields = Record<string, string>;
type Files = readonly (readonly [name: string, content: Uint8Array])[];

const get = (path: string, headers: Fields = {}) => app.request(path, { headers });
const good = (phone = freshPhone()): Fields => ({
  ...{ draft: newToken(), topic: "repair.leak", words: "厨房漏水 <b>&", house: "", name: "李雷" },
  phone: phone.replace("+86", ""),
});
function multipart(fields: Fields, files: Files = []) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [name, content] of files) form.append("photos", new Blob([new Uint8Array(content)]), name);
  return form;
}
/** Sends the form from an address of one's own. */
const send = (fields: Fields, files: Files = [], { token = desk.token, query = "", from = "" } = {}) =>
  app.request(
    `/r/${token}${query}`,
    { method: "POST", body: multipart(fields, files) },
    { incoming: { socket: { remoteAddress: from || newToken() } } },
  );
const post = (path: string, fields: Fields) =>
  app.request(path, { method: "POST", body: new URLSearchParams(fields) });
const led = (answer: Response) => (answer.headers.get("location") ?? "").split("?")[0] ?? "";
const international = ({ phone = "" }: Fields) => `+86${phone}`;
const ticketOf = async (fields: Fields) =>
  (await desk.tickets()).filter(({ reporter }) => reporter.phone === international(fields));
/** At an hour when messages that can wait are sent too: noon in Shanghai, the next day. */
const atNoon = <T>(body: () => T) =>
  asIfAt(`${plus(isoNow(), { days: 1 }).slice(0, 10)}T04:00:00.000Z`, body);
/** A report on its way, and where it stands. */
async function begun(fields = good(), files: Files = []) {
  const answer = await send(fields, files);
  expect(answer.status).toBe(303);
  return { fields, path: led(answer) };
}

describe("the report form", () => {
  it("is plain, with nothing from elsewhere, under a strict policy", async () => {
    const answer = await get(`/r/${desk.token}`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toMatch(/^<!doctype html><html lang="zh-CN">/);
    expect(text).toContain("安居物业");
    expect(text).toContain("翠湖花园 · 我要反映");
    expect(text.match(/<optgroup/g)).toHaveLength(6);
    expect(text).not.toMatch(/\s(src|srcset)=|https?:(?!\/\/www\.w3\.org)|@import|url\(/);
    expect(answer.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+' 'sha256-\S+'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'$/,
    );
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  it("speaks the browser's language, or the one chosen", async () => {
    const spoken = async (query: string, language: string) =>
      (await get(`/r/${desk.token}${query}`, { "accept-language": language })).headers.get(
        "content-language",
      );
    expect(await spoken("", "en-GB,en")).toBe("en");
    expect(await spoken("?lang=zh-CN", "en-GB,en")).toBe("zh-CN");
  });

  it("comes small and compressed", async () => {
    const answer = await get(`/r/${desk.token}`, { "accept-encoding": "gzip" });
    expect((await answer.arrayBuffer()).byteLength).toBeLessThan(8_000);
  });
});

describe("a report", () => {
  it("is confirmed by the code, registered and thanked for with its number", async () => {
    const { fields, path } = await begun();
    expect(path).toMatch(new RegExp(`^/r/${desk.token}/${fields.draft}$`));
    const asked = await (await get(path)).text();
    expect(asked).toContain(`验证码已发到 138 **** ${fields.phone?.slice(-4)}`);
    expect(asked).toContain("厨房漏水 &lt;b&gt;&amp;");
    expect(asked).not.toContain(fields.phone);
    const confirmed = await post(path, { code: await codeTo(international(fields)) });
    expect([confirmed.status, led(confirmed)]).toEqual([303, path]);
    const [ticket] = await ticketOf(fields);
    expect(ticket).toMatchObject({
      ...{ channel: "qr", kind: "repair", category: "leak", urgency: "ordinary", words: "厨房漏水 <b>&" },
      reporter: { name: "李雷", locale: "zh-CN" },
    });
    const thanks = await (await get(path)).text();
    expect(thanks).toContain(ticket?.number);
    expect(thanks).toContain("接下来");
    expect((await atNoon(() => textsTo(international(fields)))).join()).toContain(ticket?.number);
  });

  it("brings its photos, which members see", async () => {
    const { fields, path } = await begun(good(), [
      ["a.png", photo("a")],
      ["b.exe", photo("b")],
    ]);
    expect(await (await get(path)).text()).toContain("照片 2");
    await post(path, { code: await codeTo(international(fields)) });
    const [ticket] = await ticketOf(fields);
    const seen = await Promise.all(
      (ticket?.photos ?? []).map((attachmentId) =>
        desk.as("technician", () => getPhoto({ attachmentId })).then(({ bytes }) => Buffer.from(bytes)),
      ),
    );
    expect(seen).toEqual([photo("a"), photo("b")]);
  });

  it("is the resident's of that phone, in their language", async () => {
    const phone = freshPhone();
    const { residentId, houseIds } = await mintOwner(desk, phone, ["8-1-801"]);
    const answer = await send(good(phone), [], { query: "?lang=en" });
    expect(answer.headers.get("location")).toMatch(/\?lang=en$/);
    await post(led(answer), { code: await codeTo(phone) });
    expect(await ticketOf({ phone: phone.slice(3) })).toMatchObject([
      { houseId: houseIds[0], reporter: { residentId, locale: "en" } },
    ]);
    expect((await atNoon(() => textsTo(phone))).at(-1)).toContain("Received");
  });

  it("of something pressing is urgent; an emergency is by itself", async () => {
    for (const [topic, urgent] of [
      ["repair.lift", "1"],
      ["emergency.gas", ""],
    ] as const) {
      const { fields, path } = await begun({ ...good(), topic, urgent });
      await post(path, { code: await codeTo(international(fields)) });
      expect(await ticketOf(fields)).toMatchObject([{ urgency: "urgent" }]);
      expect(await (await get(path)).text()).toContain("前台会马上联系您");
    }
  });

  it("sent twice is one report, one code and one ticket, back button included", async () => {
    const fields = good();
    const answers = await Promise.all([send(fields), send(fields), send(fields)]);
    expect(new Set(answers.map(led)).size).toBe(1);
    const path = led(answers[0] ?? new Response());
    const code = await codeTo(international(fields));
    const confirmed = await Promise.all(Array.from({ length: 20 }, () => post(path, { code })));
    expect(confirmed.map(({ status }) => status)).toEqual(confirmed.map(() => 303));
    expect(led(await send(fields))).toBe(path);
    expect((await post(path, { code })).status).toBe(303);
    expect((await post(path, { code: "x" })).status).toBe(303);
    expect((await post(path, { again: "1" })).status).toBe(303);
    expect(await ticketOf(fields)).toHaveLength(1);
    // The code, and that it is registered.
    expect(await atNoon(() => textsTo(international(fields)))).toHaveLength(2);
  });

  it("can be gone back to and corrected, with all that was filled in", async () => {
    const { fields, path } = await begun(good(), [["a.png", photo("a")]]);
    const back = /href="(\/r\/[^"]*draft=[^"]*)"/.exec(await (await get(path)).text())?.[1] ?? "";
    const form = await (await get(back.replaceAll("&amp;", "&"))).text();
    expect(form).toContain(`value="${fields.draft}"`);
    expect(form).toContain("厨房漏水 &lt;b&gt;&amp;");
    expect(form).toMatch(/value="repair.leak" selected/);
    expect(form).toContain("已收到 1 张照片");
    expect(led(await send({ ...fields, words: "卫生间也漏" }))).toBe(path);
    await post(path, { code: await codeTo(international(fields)) });
    expect(await ticketOf(fields)).toMatchObject([{ words: "卫生间也漏", photos: [expect.any(String)] }]);
    const fresh = await (await get(back.replaceAll("&amp;", "&"))).text();
    expect(fresh).not.toContain("卫生间也漏");
  });
});

describe("a form that is not right", () => {
  it.each([
    ["topic", ""],
    ["topic", "repair.fees"],
    ["topic", "constructor.name"],
    ["words", " \n "],
    ["words", "长".repeat(1_501)],
    ["house", "3".repeat(41)],
    ["name", ""],
    ["name", "名".repeat(61)],
    ["phone", "12345"],
    ["phone", "0571-88886666"],
    ["phone", "1".repeat(5_000)],
  ])("comes back with what was filled in and %s named: %s", async (field, value) => {
    const fields = { ...good(), [field]: value };
    const answer = await send(fields);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain(`<a href="#${field}">`);
    expect(text).toMatch(new RegExp(`aria-describedby="[\\w -]*\\b${field}-fault"`));
    expect(text).toContain(`value="${fields.draft}"`);
    const [kept, shown] = field === "name" ? ["phone", fields.phone] : ["name", "李雷"];
    expect(text).toMatch(new RegExp(`name="${kept}"[^>]*value="${shown}"`));
    expect(await ticketOf(fields)).toEqual([]);
  });

  it.each([
    ["four photos", Array.from({ length: 4 }, (_, i) => [`${i}.png`, photo(`${i}`)] as const), "最多 3 张"],
    ["a program", [["a.png", Buffer.from("MZ\x90\x00 a program")]] as Files, "只能是 JPEG"],
    ["a drawing", [["a.png", Buffer.from("<svg onload=alert(1)>")]] as Files, "只能是 JPEG"],
    ["11 MB", [["a.png", Buffer.concat([photo(""), Buffer.alloc(11 << 20)])]] as Files, "不能超过 10 MB"],
  ])("refuses %s and sends no code", async (_, files, words) => {
    const fields = good();
    const answer = await send(fields, files);
    expect(answer.status).toBe(400);
    const text = await answer.text();
    expect(text).toContain(words);
    expect(text).toContain('<a href="#photos">');
    expect(await textsTo(international(fields))).toEqual([]);
  });

  it("asks for the photos again when something else was wrong", async () => {
    const answer = await send({ ...good(), name: "" }, [["a.png", photo("a")]]);
    expect(await answer.text()).toContain("照片请重新选择一次");
  });

  it("is refused kindly when it is too large, however it comes", async () => {
    const large = await send(good(), [["a.png", Buffer.alloc(31 << 20)]]);
    expect(large.status).toBe(413);
    expect(await large.text()).toContain("照片太大了");
    const chunks = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1 << 20)),
    });
    const endless = await app.request(`/r/${desk.token}`, {
      method: "POST",
      body: chunks,
      headers: { "content-type": "multipart/form-data; boundary=x" },
      duplex: "half",
    } as RequestInit);
    expect(endless.status).toBe(413);
    const code = await post((await begun()).path, { code: "1".repeat(20_000) });
    expect(code.status).toBe(413);
  });

  it.each([
    ["application/json", "{}"],
    ["text/plain", "topic=repair.leak"],
    ["multipart/form-data", "no boundary"],
    ["multipart/form-data; boundary=x", "--y\r\nbroken"],
    [
      "multipart/form-data; boundary=x",
      '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n'.repeat(100),
    ],
  ])("is a friendly page for a body of %s", async (type, body) => {
    const answer = await app.request(`/r/${desk.token}?lang=en`, {
      method: "POST",
      body,
      headers: { "content-type": type },
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("Something went wrong");
  });
});

describe("the code", () => {
  it("that is wrong may be tried again, five times in all", async () => {
    const { fields, path } = await begun();
    const code = await codeTo(international(fields));
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, "0");
    for (const word of ["12", "", "abcdef", "1234567"])
      expect((await post(path, { code: word })).status).toBe(400);
    const first = await post(path, { code: wrong });
    expect(first.status).toBe(400);
    expect(await first.text()).toContain("还可以再试 4 次");
    for (let tried = 2; tried <= 4; tried++) expect((await post(path, { code: wrong })).status).toBe(400);
    const last = await post(path, { code: wrong });
    expect(last.status).toBe(429);
    expect(await last.text()).toContain("已经作废");
    expect((await post(path, { code })).status).toBe(429);
    expect(await ticketOf(fields)).toEqual([]);
  });

  it("that has expired is replaced by another", async () => {
    const { fields, path } = await begun();
    const code = await codeTo(international(fields));
    await asIfAt(plus(isoNow(), { minutes: 11 }), async () => {
      const late = await post(path, { code });
      expect(late.status).toBe(410);
      expect(await late.text()).toContain("验证码已经过期");
      const again = await post(path, { again: "1" });
      expect(again.headers.get("location")).toContain("again=1");
      expect(await (await get(again.headers.get("location") ?? "")).text()).toContain("新的验证码已经发出");
      const spaced = (await codeTo(international(fields))).replace(/^(...)/, "$1 ");
      expect((await post(path, { code: spaced })).status).toBe(303);
    });
    expect(await ticketOf(fields)).toHaveLength(1);
  });

  it("is sent three times an hour to a phone, and the form stays filled in", async () => {
    const phone = freshPhone();
    for (let count = 0; count < 3; count++) await begun(good(phone));
    const fields = { ...good(phone), words: "第四次" };
    const answer = await send(fields);
    expect(answer.status).toBe(429);
    const text = await answer.text();
    expect(text).toContain("一小时内已发过 3 次验证码");
    expect(text).toContain("第四次");
  });

  it("is sent ten times an hour to an address", async () => {
    const from = "198.51.100.9";
    for (let count = 0; count < 10; count++) expect((await send(good(), [], { from })).status).toBe(303);
    const answer = await send(good(), [], { from });
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain("从这个网络发出的验证码太多了");
    expect((await send(good())).status).toBe(303);
  });

  it("asked for too often says so and leaves the one that was sent", async () => {
    const phone = freshPhone();
    const { path } = await begun(good(phone));
    await asIfAt(plus(isoNow(), { minutes: 1 }), () => post(path, { again: "1" }));
    await asIfAt(plus(isoNow(), { minutes: 2 }), () => post(path, { again: "1" }));
    const last = plus(isoNow(), { minutes: 3 });
    const answer = await asIfAt(last, () => post(path, { again: "1" }));
    expect(answer.status).toBe(429);
    expect(await answer.text()).toContain("验证码发得太多了");
    const code = await asIfAt(last, () => codeTo(phone));
    expect((await asIfAt(last, () => post(path, { code }))).status).toBe(303);
  });

  it("comes too late after a day: the report is gone, and a new one is a tap away", async () => {
    const { path } = await begun();
    const late = plus(isoNow(), { hours: 25 });
    for (const answer of [
      await asIfAt(late, () => get(path)),
      await asIfAt(late, () => post(path, { code: "123456" })),
    ]) {
      expect(answer.status).toBe(410);
      expect(await answer.text()).toContain(`href="/r/${desk.token}?lang=zh-CN"`);
    }
  });
});

describe("a link that opens no form", () => {
  it.each(["", "x", "aaaaaaaaaaaa", "../../api/health", "%00", "a".repeat(3_000)])(
    "is unknown: /r/%s",
    async (token) => {
      for (const method of ["GET", "POST"]) {
        const answer = await app.request(`/r/${encodeURIComponent(token)}?lang=en`, { method });
        expect(answer.status).toBe(404);
        expect(await answer.text()).toContain("We cannot find this link");
      }
    },
  );

  it("is unknown when it is of another kind, has ended, or the draft is another project's", async () => {
    const work = new Work(desk.tenantId);
    const subjectId = desk.projectId;
    const other = createLink(work, { kind: "statement", subjectId });
    const ended = createLink(work, { kind: "report", subjectId, expires: plus(isoNow(), { days: -1 }) });
    const astray = createLink(work, { kind: "report", subjectId: "prj_00000000000000000000000000" });
    await work.commit();
    for (const token of [other, ended, astray]) {
      expect((await get(`/r/${token}`)).status).toBe(404);
      expect((await send(good(), [], { token })).status).toBe(404);
    }
    const { fields, path } = await begun();
    const elsewhere = await mintDesk();
    const foreign = path.replace(desk.token, elsewhere.token);
    const code = await codeTo(international(fields));
    expect([(await get(foreign)).status, (await post(foreign, { code })).status]).toEqual([404, 404]);
    expect((await get(`${foreign}x`)).status).toBe(404);
    expect((await send(fields, [], { token: elsewhere.token })).status).toBe(303);
    expect((await post(path, { code })).status).toBe(303);
    expect(await ticketOf(fields)).toHaveLength(1);
  });

  it("does not look at who is signed in", async () => {
    const signedIn = testApp(desk.member("auditor"));
    const fields = good();
    const answer = await signedIn.request(`/r/${desk.token}`, { method: "POST", body: multipart(fields) });
    expect(answer.status).toBe(303);
    await signedIn.request(led(answer), {
      method: "POST",
      body: new URLSearchParams({ code: await codeTo(international(fields)) }),
    });
    expect(await ticketOf(fields)).toMatchObject([{ registeredBy: `resident:${desk.projectId}` }]);
  });
});
