import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { catalogueKeys, render } from ".";
import { samples } from "./samples.testing";

const attacks = [
  `<script>alert(1)</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onmouseover='alert(1)`,
  `</title><style>*{display:none}</style>`,
  `<a href="https://evil.example">here</a>`,
  `&lt;b&gt;`,
  "a\u202egnp.exe\u0000\u0007b",
];

/** Everything in an HTML text that is markup: its tags, with what stands in them. */
const tagsOf = (html: string) => html.match(/<[^>]*>/g) ?? [];

describe("the HTML of a mail", () => {
  test("holds no markup of anybody's values", () => {
    for (const attack of attacks) {
      const clean = render("ticketOutcome", "zh-CN", samples.ticketOutcome, "阳光物业").mail;
      const values = { ...samples.ticketOutcome, number: attack, outcome: attack };
      const dirty = render("ticketOutcome", "zh-CN", values, attack).mail;
      expect(tagsOf(dirty?.html ?? "")).toEqual(tagsOf(clean?.html ?? ""));
      expect(dirty?.html).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
    }
  });

  test("whatever the values, has the same tags", () => {
    const tags = tagsOf(render("invitation", "en", samples.invitation, "Firm").mail?.html ?? "");
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (firmName, inviter) => {
        const values = { ...samples.invitation, firmName, inviter };
        const { html = "", subject = "" } = render("invitation", "en", values, "Firm").mail ?? {};
        expect(tagsOf(html)).toEqual(tags);
        expect(subject).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  test("shows an attack as the words it is, in both twins", () => {
    const attack = `<b>&"'</b>`;
    const { html, text } =
      render("ticketReopened", "en", { number: attack, url: samples.ticketReopened.url }).mail ?? {};
    expect(html).toContain("&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;");
    expect(text).toContain(attack);
  });

  test.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "/relative",
    'https://a.example/"onclick=',
    "https://a b",
  ])("%s is no address", (url) => {
    expect(() => render("resetPassword", "zh-CN", { url })).toThrow(RangeError);
  });

  test.each(catalogueKeys)("of %s is one column without tables, scripts or anything remote", (key) => {
    const html = render(key, "zh-CN", samples[key], "阳光物业").mail?.html ?? "";
    expect(html).not.toMatch(
      /<(table|script|img|link|iframe|form|object|svg)\b|url\(|@import|src=|<meta http/i,
    );
    const links = [...html.matchAll(/https?:\/\/[^"<\s]+/g)].map(([url]) => url);
    const allowed = Object.values(samples[key]).map(String);
    expect(links.filter((url) => !allowed.includes(url))).toEqual([]);
    expect(html.length).toBeLessThan(12_000);
    if (html === "") return;
    expect(html).toMatch(/max-width:536px[^"]*padding:32px/); // 600 px with its padding
    expect(html).toContain('<meta name="color-scheme" content="light dark">');
    expect(html).toContain("prefers-color-scheme:dark");
    expect(html).toContain('lang="zh-CN"');
  });

  test("keeps the lines of a longer note, and cuts one without end", () => {
    const { html, text } =
      render("ticketOutcome", "zh-CN", { ...samples.ticketOutcome, outcome: "一\r\n二" }).mail ?? {};
    expect(html).toContain("一<br>二");
    expect(text).toContain("一\n二");
    const endless = render("ticketOutcome", "zh-CN", {
      ...samples.ticketOutcome,
      outcome: "长".repeat(9_000),
    }).mail;
    expect(endless?.text.length).toBeLessThan(4_000);
  });
});

test("the plain twin says all that the HTML says", () => {
  for (const key of catalogueKeys) {
    const { html = "", text = "" } = render(key, "en", samples[key], "Firm").mail ?? {};
    const body = html.slice(html.indexOf("<body"));
    const spoken = body
      .replace(/<[^>]+>/g, "\n")
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&amp;", "&")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line && !line.startsWith("If the button"));
    expect(spoken.filter((line) => !text.includes(line))).toEqual([]);
  }
});
