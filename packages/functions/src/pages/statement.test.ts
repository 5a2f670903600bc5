import { ownTable } from "@frontdesk/core/fee/testing";
import { createLink } from "@frontdesk/core/link/link";
import { Work } from "@frontdesk/core/table/work";
import { beforeAll, describe, expect, it } from "vitest";
import { houseWithStatement, onTheDay } from "./statement.testing";
import { testApp } from "./survey.testing";

const app = testApp();
let made: Awaited<ReturnType<typeof houseWithStatement>>;
beforeAll(async () => {
  await ownTable();
  made = await houseWithStatement();
});
const get = (path: string, headers: Record<string, string> = {}) =>
  onTheDay(() => app.request(path, { headers }));
const text = async (path: string, headers?: Record<string, string>) =>
  (await (await get(path, headers)).text()).replaceAll(/<style>.*?<\/style>/gs, "");

describe("the statement page", () => {
  it("shows what is owed item by item, what was paid, and how to pay", async () => {
    const page = await text(`/b/${made.token}`);
    expect(page).toContain("翠湖花园 3-1-502");
    // 200.00 of 2025, 283.00 of September, 150.00 of October, 283.00 of November
    expect(page).toContain("待缴合计 916.00元");
    expect(page).toContain("其中已过应交日期：633.00元");
    expect(page).toMatch(/2026年11月.*物业费.*2\.50元\/㎡ × 100\.00㎡.*250\.00元.*还需交.*283\.00元/s);
    expect(page).toMatch(/2026年10月.*已减免.*−50\.00元.*已交.*−83\.00元.*150\.00元/s);
    expect(page).toMatch(/2025年12月.*300\.00元.*已交.*−100\.00元.*200\.00元/s);
    expect(page).toMatch(/已结清的账单.*2026年8月/s);
    expect(page).toMatch(/缴费记录.*微信 · 收据号.*255\.00元.*已退5\.00元/s);
    expect(page).toContain("预存余额：5.00元");
    expect(page).toContain("前台电话：021-5888 0000");
  });

  it("names nobody in full, and says nothing that belongs to members", async () => {
    const page = await text(`/b/${made.token}`);
    expect(page).toContain("王**");
    expect(page).not.toMatch(/王小明|漏水补偿|多交|\+86|mem_|hou_|bil_|pay_|ten_/);
  });

  it("comes in English on demand, the items known to it translated", async () => {
    const page = await text(`/b/${made.token}?lang=en`);
    expect(page).toMatch(
      /Statement of fees.*To be paid ¥916\.00.*Property fee.*Shared energy.*¥2\.50 per m² × 100\.00 m²/s,
    );
    expect(page.replace(/翠湖花园|测试物业|王\*\*|中文/g, "")).not.toMatch(/\p{Script=Han}/u);
  });

  it("has no script, nothing from elsewhere, and may be kept by nobody on the way", async () => {
    const answer = await get(`/b/${made.token}`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-security-policy")).toMatch(
      /^default-src 'none'; style-src 'sha256-\S+'; img-src/,
    );
    expect(answer.headers.get("referrer-policy")).toBe("no-referrer");
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await answer.text()).not.toMatch(/<script|\s(src|srcset)=|https?:(?!\/\/www\.w3\.org)/);
  });

  it("gives the firm's own words on paying, as words", async () => {
    await made.note("工行 6222 0000\n户名 <b>测试物业</b>");
    const page = await text(`/b/${made.token}`);
    expect(page).toContain("<p>工行 6222 0000</p><p>户名 &lt;b&gt;测试物业&lt;/b&gt;</p>");
  });
});

describe("a link", () => {
  it("that never was, is altered or opens something else is a friendly page and the same one", async () => {
    const work = new Work(made.firm.tenantId);
    const survey = createLink(work, { kind: "survey", subjectId: made.house.houseId });
    await work.commit();
    const altered = made.token.replace(/.$/, (last) => (last === "2" ? "3" : "2"));
    const pages = await Promise.all(
      ["AAAAbbbbCCCC", altered, survey, "x", "../etc"].map((token) => get(`/b/${token}`)),
    );
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    const words = await Promise.all(pages.slice(0, 4).map((page) => page.text()));
    expect(new Set(words).size).toBe(1);
    expect(words[0]).toContain("没有找到这个链接");
  });

  it("that a newer one has replaced, or whose time is over, says so and shows nothing", async () => {
    const work = new Work(made.firm.tenantId);
    const other = createLink(work, { kind: "statement", subjectId: made.house.houseId });
    const expires = "2026-11-01T00:00:00.000Z";
    const over = createLink(work, { kind: "statement", subjectId: made.house.houseId, expires });
    await work.commit();
    for (const token of [other, over]) {
      const answer = await get(`/b/${token}?lang=en`);
      expect(answer.status).toBe(410);
      const page = await answer.text();
      expect(page).toContain("This link has been replaced");
      expect(page).not.toMatch(/3-1-502|王/);
    }
  });

  it("takes nothing in", async () => {
    const answer = await onTheDay(() => app.request(`/b/${made.token}`, { method: "POST" }));
    expect(answer.status).toBe(404);
  });
});
