import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../context";
import { newId } from "../id";
import { type Cast, mintCast, report } from "../ticket/cast.testing";
import { ticketIn } from "../ticket/made.testing";
import { addTemplate, changeTemplate, draftReply, listTemplates, previewTemplate } from "./index";
import { factsOf, filled, needPlaceholders, placeholders, sampleFacts } from "./template";
import { usual } from "./usual-templates";

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});
const atDesk = <T>(body: () => T) => withActor(cast.desk, body);
const atHeadquarters = <T>(body: () => T) => withActor(cast.headquarters, body);
const complaint = () => report(cast, { kind: "complaint", category: "facilities", words: "电梯又停了" });
const own = (more: Partial<Parameters<typeof addTemplate>[0]> = {}) =>
  atHeadquarters(() =>
    addTemplate({
      ...{ name: "赔偿说明", locale: "zh-CN", kinds: ["complaint"] },
      ...{ subject: "关于{number}的赔偿", body: "尊敬的{name}：\n{house}，{outcome|尚在处理}。" },
      ...more,
    }),
  );

describe("the words of a template", () => {
  const where = { zone: "Asia/Shanghai", firm: "安居物业", project: "翠湖花园" };

  it("hold the ticket's facts; what is not known of it stands open", () => {
    const at = "2026-11-20T19:00:00.000Z";
    const ticket = ticketIn("started", { createdAt: at, number: "TS1", words: "漏水。【急】" });
    const facts = factsOf(ticket, "zh-CN", where);
    const said = filled(
      "{name} {date} {number} {words} {firm} {project} {outcome|还没有} {outcome} {house}",
      facts,
    );
    expect(said).toBe("李四 2026年11月21日 TS1 漏水。「急」 安居物业 翠湖花园 还没有 【…】 【…】");
    expect(factsOf(ticket, "en", where).date).toBe("21 November 2026");
  });

  it("are plain text but for the placeholders there are, whatever a ticket says", () => {
    const text = fc.string().map((some) => some.replace(/[{}]/g, ""));
    fc.assert(
      fc.property(text, text, fc.constantFrom(...placeholders), text, (before, after, name, value) => {
        const facts = { ...sampleFacts.en, [name]: value };
        expect(filled(`${before}{${name}}${after}`, facts)).toBe(`${before}${value}${after}`);
      }),
    );
  });

  it("name no placeholder there is not: it is refused by its name", () => {
    const refused = (text: string) => () => needPlaceholders(text, "body");
    for (const name of ["phone", "Name", " name", "", "__proto__", "constructor"])
      expect(refused(`{name} {${name}}`)).toThrow(`There is no placeholder “${name}”`);
    expect(refused("{outcome|还没有} {name} } {")).not.toThrow();
  });

  it("of every template that is there from the beginning are right, in both languages alike", () => {
    const ids = Object.values(usual).map((all) => all.map(({ templateId }) => templateId));
    expect(ids[0]).toEqual(ids[1]);
    for (const { subject, paragraphs } of Object.values(usual).flat())
      for (const text of [subject, ...paragraphs]) needPlaceholders(text, "body");
  });
});

describe("a firm's templates", () => {
  it("are at first those every firm begins with, in both languages", async () => {
    const { items } = await atDesk(() => listTemplates({}));
    expect(items.map(({ templateId }) => templateId)).toEqual(
      ["zh-CN", "en"].flatMap((locale) =>
        ["complaint", "suggestion", "inquiry", "plain"].map((name) => `${name}.${locale}`),
      ),
    );
    expect(items.every(({ disabled, changed }) => !disabled && !changed)).toBe(true);
  });

  it("of its own go before, for the kinds they name, and are chosen by name for others", async () => {
    const before = await complaint();
    const usually = await atDesk(() => draftReply({ ticketId: before.ticketId }));
    expect(usually.subject).toBe(`关于您反映事项的答复（${before.number}）`);
    const { templateId } = await own();
    const letter = await atDesk(() => draftReply({ ticketId: before.ticketId }));
    expect(letter).toMatchObject({
      subject: `关于${before.number}的赔偿`,
      body: "尊敬的王芳：\n3-1-502，尚在处理。",
    });
    const repair = await report(cast);
    const plain = await atDesk(() => draftReply({ ticketId: repair.ticketId }));
    expect(plain.subject).toBe(`关于${repair.number}的函`);
    const chosen = await atDesk(() => draftReply({ ticketId: repair.ticketId, template: templateId }));
    expect(chosen.subject).toBe(`关于${repair.number}的赔偿`);
    await atHeadquarters(() => changeTemplate({ templateId, disabled: true }));
    await expect(
      atDesk(() => draftReply({ ticketId: repair.ticketId, template: templateId })),
    ).rejects.toMatchObject({ field: "template" });
    expect((await atDesk(() => draftReply({ ticketId: before.ticketId }))).subject).toBe(usually.subject);
  });

  it("write a letter in their own language, whatever the resident's", async () => {
    const { ticketId } = await complaint();
    const letter = await atDesk(() => draftReply({ ticketId, template: "complaint.en" }));
    expect(letter).toMatchObject({ locale: "en", subject: expect.stringContaining("Our answer") });
  });

  it("reword those it began with, and put them out of use, but for the one that fits every ticket", async () => {
    const templateId = "inquiry.zh-CN";
    const said = await atHeadquarters(() => changeTemplate({ templateId, subject: "答{name}" }));
    expect(said).toMatchObject({ name: "咨询答复", subject: "答{name}", disabled: false });
    expect(said.changed?.byName).toBe(cast.headquarters.name);
    const { ticketId, number } = await report(cast, { kind: "inquiry", category: "fees" });
    expect((await atDesk(() => draftReply({ ticketId }))).subject).toBe("答王芳");
    await atHeadquarters(() => changeTemplate({ templateId, disabled: true }));
    expect((await atDesk(() => draftReply({ ticketId }))).subject).toBe(`关于${number}的函`);
    await expect(
      atHeadquarters(() => changeTemplate({ templateId: "plain.zh-CN", disabled: true })),
    ).rejects.toMatchObject({ field: "disabled" });
  });

  it("are refused with the placeholder at fault, when added, changed and tried", async () => {
    const fault = { code: "bad_request", field: "body", message: "There is no placeholder “phone”" };
    const body = "电话{phone}";
    await expect(own({ body })).rejects.toMatchObject(fault);
    await expect(
      atHeadquarters(() => changeTemplate({ templateId: "plain.en", body })),
    ).rejects.toMatchObject(fault);
    const tried = { locale: "en" as const, subject: "{number}" };
    await expect(atHeadquarters(() => previewTemplate({ ...tried, body }))).rejects.toMatchObject(fault);
    expect(await atHeadquarters(() => previewTemplate({ ...tried, body: "Dear {name}," }))).toEqual({
      subject: "TS20261121-0007",
      body: "Dear Jane Wang,",
    });
    await expect(own({ subject: "{sum}" })).rejects.toMatchObject({ field: "subject" });
  });

  it("are the firm's alone, and set by who manages it", async () => {
    const { templateId } = await own({ name: "内部" });
    const other = await mintCast();
    const theirs = await withActor(other.desk, () => listTemplates({}));
    expect(theirs.items.some((one) => one.templateId === templateId)).toBe(false);
    await expect(
      withActor(other.headquarters, () => changeTemplate({ templateId, disabled: true })),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(
      atHeadquarters(() => changeTemplate({ templateId: newId("replyTemplate"), disabled: true })),
    ).rejects.toMatchObject({ code: "not_found" });
    await expect(atDesk(() => changeTemplate({ templateId, disabled: true }))).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
