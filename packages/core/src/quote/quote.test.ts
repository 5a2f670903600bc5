import { beforeAll, describe, expect, it } from "vitest";
import { asIfAt, plus } from "../clock";
import { withActor } from "../context";
import { changePrice } from "../price-list/index";
import { ownDatabase } from "../testing/own-database";
import { type Cast, messagesOf, mintCast, report } from "../ticket/cast.testing";
import { completeTicket, getProgress, recordMaterials, voidTicket } from "../ticket/index";
import { asHolder, quoteTap, signatureBy, tap, underWay } from "./cast.testing";
import {
  answerQuote,
  getQuoted,
  listQuotes,
  makeQuote,
  sendQuote,
  signQuote,
  sweepQuotes,
  withdrawQuote,
} from "./index";

ownDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});

const asTechnician = <T>(body: () => Promise<T>) => withActor(cast.technician, body);
const quotesOf = async (ticketId: string) => (await asTechnician(() => listQuotes({ ticketId }))).items;
const linkIn = (text: string | undefined) => /\/q\/(\w{12})/.exec(text ?? "")?.[1];

describe("a quote", () => {
  it("is made by whoever works on it, sent to the resident, and agreed to once", async () => {
    const ticketId = await underWay(cast);
    const quote = await quoteTap(cast, ticketId);
    expect(quote).toMatchObject({ quote: 1, state: "sent", total: 9_000, sentAt: quote.at });
    const sent = (await messagesOf(cast, ticketId)).filter(({ template }) => template === "quoteSent");
    expect(sent.map(({ to }) => to)).toEqual(["+8613800001111"]);
    expect(sent[0]?.text).toContain("90.00元");
    const token = linkIn(sent[0]?.text);
    const follows = { type: "resident", tenantId: cast.tenantId, subjectId: ticketId } as const;
    expect((await withActor(follows, () => getProgress({}))).offer).toMatchObject({
      is: "asked",
      link: token,
    });
    expect(JSON.stringify([quote, await quotesOf(ticketId)])).not.toContain(token);
    const seen = await asHolder(cast, quote, () => getQuoted({}));
    expect(seen).toMatchObject({ total: 9_000, houseCode: "3-1-502", open: true, project: "翠湖花园" });
    await asHolder(cast, quote, () => answerQuote({ agree: true }));
    const again = asHolder(cast, quote, () => answerQuote({ agree: false }));
    await expect(again).rejects.toMatchObject({ code: "conflict" });
    const [agreed] = await quotesOf(ticketId);
    expect(agreed).toMatchObject({ state: "agreed", consent: { by: "link", name: "王芳" } });
  });

  it("is signed on the glass before a member, with the picture and who took it", async () => {
    const ticketId = await underWay(cast);
    const { quote } = await quoteTap(cast, ticketId, false);
    const sign = (signature: string, by = cast.technician) =>
      withActor(by, () => signQuote({ ticketId, quote, name: "王芳的先生", signature }));
    const others = await signatureBy(cast, cast.mate);
    const photo = await signatureBy(cast, cast.technician, { contentType: "image/jpeg" });
    for (const wrong of [others, photo, cast.photoId])
      await expect(sign(wrong)).rejects.toMatchObject({ code: "not_found" });
    const signature = await signatureBy(cast, cast.technician);
    const { technician } = cast;
    expect((await sign(signature)).consent).toMatchObject({
      ...{ by: "signature", name: "王芳的先生", signature },
      ...{ takenBy: technician.memberId, takenByName: technician.name },
    });
  });

  it("that is changed is to be agreed to anew", async () => {
    const ticketId = await underWay(cast);
    const first = await quoteTap(cast, ticketId);
    await asHolder(cast, first, () => answerQuote({ agree: true }));
    const lines = [...tap, { name: "胶垫", unit: "piece" as const, hundredths: 200, unitFen: 50 }];
    const second = await asTechnician(() => makeQuote({ ticketId, lines }));
    expect(second).toMatchObject({ quote: 2, total: 9_100, state: "drafted" });
    expect(await quotesOf(ticketId)).toMatchObject([{ state: "drafted" }, { state: "withdrawn" }]);
    const done = asTechnician(() => completeTicket({ ticketId, note: "换了", paid: true }));
    await expect(done).rejects.toMatchObject({ code: "conflict", field: "paid" });
  });

  it("keeps its prices when the price list changes", async () => {
    const ticketId = await underWay(cast);
    const quote = await quoteTap(cast, ticketId);
    await withActor(cast.headquarters, () => changePrice({ code: "tap", unitFen: 9_999 }));
    expect((await asHolder(cast, quote, () => getQuoted({}))).total).toBe(9_000);
    await withActor(cast.headquarters, () => changePrice({ code: "tap", unitFen: 3_000 }));
  });

  it("lapses when nobody answers in time, and when the ticket ends without it", async () => {
    const [late, done, voided] = [await underWay(cast), await underWay(cast), await report(cast)];
    const quote = await quoteTap(cast, late);
    await quoteTap(cast, done);
    await withActor(cast.desk, () => makeQuote({ ticketId: voided.ticketId, lines: tap }));
    await asTechnician(() => completeTicket({ ticketId: done, note: "换了垫圈，不收费" }));
    await withActor(cast.desk, () => voidTicket({ ticketId: voided.ticketId, note: "误报" }));
    for (const ticketId of [done, voided.ticketId])
      expect(await quotesOf(ticketId)).toMatchObject([{ state: "lapsed" }]);
    await asIfAt(plus(quote.expiresAt, { seconds: -1 }), sweepQuotes);
    expect(await quotesOf(late)).toMatchObject([{ state: "sent" }]);
    const tooLate = asIfAt(plus(quote.expiresAt, { seconds: 1 }), () =>
      asHolder(cast, quote, () => answerQuote({ agree: true })),
    );
    await expect(tooLate).rejects.toMatchObject({ code: "conflict" });
    await asIfAt(plus(quote.expiresAt, { seconds: 1 }), sweepQuotes);
    await asIfAt(plus(quote.expiresAt, { seconds: 1 }), sweepQuotes);
    expect(await quotesOf(late)).toMatchObject([{ state: "lapsed" }]);
    const answer = asHolder(cast, quote, () => answerQuote({ agree: true }));
    await expect(answer).rejects.toMatchObject({ code: "conflict" });
  });

  it("can be sent to whom the house's bills go where whoever reported it left no address", async () => {
    const ticketId = await underWay(cast, { reporter: { name: "路人" } });
    await quoteTap(cast, ticketId);
    const sent = (await messagesOf(cast, ticketId)).filter(({ template }) => template === "quoteSent");
    expect(sent.map(({ to }) => to)).toEqual(["+8613800001111"]);
    const nobody = await underWay(cast, { houseId: cast.next, reporter: { name: "路人" } });
    await expect(quoteTap(cast, nobody)).rejects.toMatchObject({ code: "conflict", field: "send" });
    const { quote } = await quoteTap(cast, nobody, false);
    const send = asTechnician(() => sendQuote({ ticketId: nobody, quote }));
    await expect(send).rejects.toMatchObject({ code: "conflict", field: "send" });
  });

  it("is refused where nothing can be charged, to strangers, and for what cannot be", async () => {
    const ticketId = await underWay(cast);
    const make = (more: object, by = cast.technician) =>
      withActor(by, () => makeQuote({ ticketId, lines: tap, ...more }));
    await expect(make({}, cast.mate)).rejects.toMatchObject({ code: "forbidden" });
    await expect(make({}, cast.elsewhere)).rejects.toMatchObject({ code: "not_found" });
    await expect(make({ lines: [] })).rejects.toMatchObject({ code: "bad_request" });
    await expect(make({ lines: [{ code: "nosuch", hundredths: 1 }] })).rejects.toMatchObject({
      code: "bad_request",
    });
    for (const hundredths of [0, -1, 1.5, 1_000_000])
      await expect(make({ lines: [{ code: "tap", hundredths }] })).rejects.toMatchObject({
        code: "bad_request",
      });
    const free = { name: "垫圈", unit: "piece", hundredths: 100, unitFen: 0 };
    await expect(make({ lines: [free] })).rejects.toMatchObject({ code: "bad_request", field: "lines" });
    const publicArea = await report(cast, { houseId: undefined, reporter: { name: "巡查" } });
    const complaint = await report(cast, { kind: "complaint", category: "service" });
    for (const one of [publicArea, complaint])
      await expect(make({ ticketId: one.ticketId }, cast.desk)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is answered by one voice of twenty at once", async () => {
    const ticketId = await underWay(cast);
    const quote = await quoteTap(cast, ticketId);
    const answers = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => asHolder(cast, quote, () => answerQuote({ agree: i % 2 === 0 }))),
    );
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const winner = answers.findIndex(({ status }) => status === "fulfilled");
    expect(await quotesOf(ticketId)).toMatchObject([{ state: winner % 2 === 0 ? "agreed" : "declined" }]);
  });
});

describe("materials", () => {
  const hose = { name: "软管", unit: "piece" as const, hundredths: 150, unitFen: 0 };

  it("are noted by whoever works on it until the ticket is closed, the last list alone", async () => {
    const ticketId = await underWay(cast);
    const note = (materials: (typeof hose)[], by = cast.technician) =>
      withActor(by, () => recordMaterials({ ticketId, order: 1, materials }));
    await note([hose]);
    await note([{ ...hose, hundredths: 300 }]);
    await expect(note([hose], cast.mate)).rejects.toMatchObject({ code: "forbidden" });
    await expect(note([{ ...hose, hundredths: 0 }])).rejects.toMatchObject({ code: "bad_request" });
    await asTechnician(() => completeTicket({ ticketId, note: "换了软管" }));
    expect((await note([hose, hose])).materials).toHaveLength(2);
    const other = asTechnician(() => recordMaterials({ ticketId, order: 2, materials: [] }));
    await expect(other).rejects.toMatchObject({ code: "not_found" });
  });
});

it("a withdrawn quote cannot be agreed to by its link", async () => {
  const ticketId = await underWay(cast);
  const quote = await quoteTap(cast, ticketId);
  await asTechnician(() => withdrawQuote({ ticketId, quote: 1, reason: "报错了" }));
  const answer = asHolder(cast, quote, () => answerQuote({ agree: true }));
  await expect(answer).rejects.toMatchObject({ code: "conflict" });
  expect((await asHolder(cast, quote, () => getQuoted({}))).open).toBe(false);
});
