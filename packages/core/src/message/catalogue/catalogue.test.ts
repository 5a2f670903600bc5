import { describe, expect, test } from "vitest";
import {
  type CatalogueKey,
  type CatalogueValues,
  catalogueKeys,
  type Locale,
  type Rendered,
  render,
  traits,
} from ".";
import { samples } from "./samples.testing";
import { segments } from "./sms";

const locales: Locale[] = ["zh-CN", "en"];
const firm = "阳光物业";
const both = catalogueKeys.flatMap((key) => locales.map((locale) => ({ key, locale })));

const rendered = (key: CatalogueKey, locale: Locale, values: CatalogueValues[CatalogueKey] = samples[key]) =>
  render(key, locale, values as CatalogueValues[typeof key], firm);

/** Every word of a text a person may see, of whichever medium. */
const wordsOf = ({ sms = "", mail }: Rendered) => [sms, mail?.subject, mail?.text, mail?.html].join("\n");

/** For each value, its sample replaced by one that is nowhere else in any text. */
function marked(
  key: CatalogueKey,
): [name: string, values: Record<string, unknown>, mark: (l: Locale) => string][] {
  const marks: Record<string, [unknown, (locale: Locale) => string]> = {
    amount: [987_654_321, () => "9,876,543.21"],
    minutes: [87_231, () => "87231"],
    hours: [87_231, () => "87231"],
    period: ["2019-07", (locale) => (locale === "en" ? "July 2019" : "2019年7月")],
    due: ["2019-02-03", (locale) => (locale === "en" ? "3 February" : "2月3日")],
    closes: ["2019-02-03", (locale) => (locale === "en" ? "3 February" : "2月3日")],
    url: ["https://m.example/Qz9", () => "https://m.example/Qz9"],
    refuseUrl: ["https://m.example/Qz8", () => "https://m.example/Qz8"],
    role: ["auditor", (locale) => (locale === "en" ? "auditor" : "审计")],
  };
  return Object.keys(samples[key]).map((name) => {
    const [value, mark] = marks[name] ?? ["Qzx7w", () => "Qzx7w"];
    return [name, { ...samples[key], [name]: value }, mark];
  });
}

describe("every text", () => {
  test("exists in both languages, by the same media", () => {
    expect(catalogueKeys.toSorted()).toEqual(Object.keys(samples).toSorted());
    for (const key of catalogueKeys) {
      const [zh, en] = locales.map((locale) => Object.keys(rendered(key, locale)).toSorted());
      expect(en, key).toEqual(zh);
      expect(zh?.length, key).toBeGreaterThan(0);
    }
  });

  test.each(both)("$key in $locale is in its language", ({ key, locale }) => {
    const { sms, mail } = rendered(key, locale, { ...samples[key], ...latin(samples[key]) });
    const own = [sms?.replace(`【${firm}】`, ""), mail?.text.replaceAll(firm, "")].join(" ");
    if (locale === "en") expect(own).not.toMatch(/\p{Script=Han}|[，。：！]/u);
    else expect(own).toMatch(/\p{Script=Han}/u);
  });

  test.each(both)("$key in $locale uses each of its values", ({ key, locale }) => {
    for (const [name, values, mark] of marked(key)) {
      const now = rendered(key, locale, values as CatalogueValues[CatalogueKey]);
      expect(wordsOf(now), name).toContain(mark(locale));
      if (now.mail) expect(now.mail.text, name).toContain(mark(locale));
      if (now.mail) expect(now.mail.html, name).toContain(mark(locale));
    }
  });

  test.each(catalogueKeys)("%s uses the same values in its SMS in both languages", (key) => {
    const used = locales.map((locale) =>
      marked(key).filter(([, values, mark]) => {
        const { sms = "" } = rendered(key, locale, values as CatalogueValues[CatalogueKey]);
        return sms.includes(mark(locale));
      }),
    );
    expect(used[1]?.map(([name]) => name)).toEqual(used[0]?.map(([name]) => name));
  });

  test.each(both)("$key in $locale leaves nothing unfilled", ({ key, locale }) => {
    expect(wordsOf(rendered(key, locale))).not.toMatch(/undefined|null|NaN|\$\{|\{\{|\[object/);
  });
});

/** Words of a sample in Latin letters, so that what is left in Chinese is the text's own. */
const latin = (values: object) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => typeof value === "string" && /\p{Script=Han}/u.test(value))
      .map(([name]) => [name, "Qzx7w"]),
  );

describe("an SMS", () => {
  const withSms = both.filter(({ key, locale }) => rendered(key, locale).sms !== undefined);

  test.each(withSms)("$key in $locale begins with the signature, once, on one line", ({ key, locale }) => {
    const { sms = "" } = rendered(key, locale);
    expect(sms.startsWith(`【${firm}】`)).toBe(true);
    expect(sms.match(/[【】]/g)).toHaveLength(2);
    expect(sms).not.toMatch(/[\r\n]/);
  });

  // Two links and warm words do not fit 70 characters; these reminders are paid as two.
  const two = new Set<CatalogueKey>(["billReminder"]);
  test.each(withSms)("$key in $locale is as short as it should be", ({ key, locale }) => {
    const { sms = "" } = rendered(key, locale);
    const most = locale === "zh-CN" && !two.has(key) ? 1 : 2;
    expect(segments(sms), `${sms.length}: ${sms}`).toBeLessThanOrEqual(most);
  });

  test("carries the registered signature, the mail the firm's name", () => {
    const { sms, mail } = render("ticketOutcome", "zh-CN", samples.ticketOutcome, firm, "阳光");
    expect(sms).toMatch(/^【阳光】/);
    expect(mail?.text).toContain(firm);
  });

  test("without a firm is left unsigned, for the channel to sign, and still keeps room for it", () => {
    const { sms = "" } = render("ticketRegistered", "zh-CN", samples.ticketRegistered);
    expect(sms).not.toMatch(/[【】]/);
    expect(sms.length).toBeLessThanOrEqual(62);
  });

  test("shortens what a person wrote at length, not our words, and not below sense", () => {
    const title = "水".repeat(500);
    const { sms = "" } = render("ticketRegistered", "zh-CN", { ...samples.ticketRegistered, title }, firm);
    expect(sms.length).toBe(70);
    expect(sms).toMatch(
      /^【阳光物业】您报的“水+…”已收到，单号BX20261121-0007，进度 https:\/\/fd\.cn\/s\/Ab3dE5fG$/,
    );
    const long = { ...samples.ticketRegistered, title, url: `https://fd.cn/${"x".repeat(60)}` };
    expect(render("ticketRegistered", "zh-CN", long, firm).sms?.length).toBe(134);
  });

  test("ends an outcome once", () => {
    const values = { ...samples.ticketOutcome, outcome: "换了角阀。" };
    expect(render("ticketOutcome", "zh-CN", values, firm).sms).toContain("：换了角阀。请您评价");
  });

  test("of a registered ticket does without a link where there is none", () => {
    const values = { number: "BX20261121-0007", title: "漏水" };
    expect(render("ticketRegistered", "zh-CN", values, firm).sms).toBe(
      "【阳光物业】您报的“漏水”已收到，单号BX20261121-0007，我们会尽快处理。",
    );
    expect(render("ticketRegistered", "en", values).mail?.html).not.toContain("href");
  });

  test("comes with its values for gateways that have texts of their own", () => {
    expect(render("billNotice", "zh-CN", samples.billNotice, firm).template).toEqual({
      name: "billNotice",
      values: {
        house: "3栋2单元1201",
        period: "2026年11月",
        amount: "286.50元",
        due: "12月15日",
        url: "https://fd.cn/s/Ab3dE5fG",
      },
    });
  });
});

describe("refusing", () => {
  test.each(both)("$key in $locale: a way where it may be refused, and only there", ({ key, locale }) => {
    const { sms, mail } = rendered(key, locale);
    const url = "https://fd.cn/n/Ab3dE5fG";
    if (!traits(key).refusable) {
      expect(wordsOf({ sms, mail })).not.toMatch(/退订|opt out|unsubscribe/i);
      expect(mail?.headers).toBeUndefined();
      return;
    }
    expect(sms).toMatch(locale === "en" ? `Opt out: ${url}` : `退订${url}`);
    expect(mail?.headers).toEqual({
      "List-Unsubscribe": `<${url}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    });
    expect(mail?.text).toContain(url);
    expect(mail?.html).toContain(`href="${url}"`);
  });

  test("only what somebody waits for is urgent, and that can never be refused", () => {
    const urgent = catalogueKeys.filter((key) => traits(key).urgent);
    expect(urgent).toEqual(["verifyEmail", "alreadyRegistered", "resetPassword", "invitation", "phoneCode"]);
    expect(urgent.filter((key) => traits(key).refusable)).toEqual([]);
    // They open a door: what is no proof of anything said does not lie about.
    expect(catalogueKeys.filter((key) => traits(key).keptDays !== undefined)).toEqual(urgent);
  });
});

describe("the tone", () => {
  test.each(locales)("of fee texts in %s is friendly: no threat, no cut-off, no law", (locale) => {
    for (const key of ["billNotice", "billReminder"] as const) {
      expect(wordsOf(rendered(key, locale))).not.toMatch(
        /停水|停电|断水|断电|停气|停暖|起诉|诉讼|法院|律师|滞纳金|违约|欠费|催缴|逾期|后果|务必|必须|立即|曝光|公示/,
      );
      expect(wordsOf(rendered(key, locale))).not.toMatch(
        /cut|disconnect|court|legal|lawyer|penalt|late fee|must|immediately|arrears|overdue|debt|consequence|fail/i,
      );
    }
  });

  test("is polite throughout", () => {
    for (const key of catalogueKeys) expect(rendered(key, "zh-CN").mail?.text ?? "您").toContain("您");
  });
});
