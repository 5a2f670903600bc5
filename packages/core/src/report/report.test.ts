import { mkdtemp, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { Attachment } from "../attachment/attachment.entity";
import { eraseRemoved } from "../attachment/index";
import { storage } from "../attachment/storage";
import { asIfAt, isoNow, plus } from "../clock";
import { withClientAddress } from "../identity/client-address";
import { newToken } from "../link/link";
import { table } from "../table/client";
import setup from "../testing/database";
import { clearReports } from "./clear";
import { addReportPhotos, confirmReport, getReport, ReportDraft, resendCode, startReport } from "./index";
import { freshPhone, mintDesk, mintOwner, outbox, photo, type ReportDesk } from "./report.testing";

// A database of its own: the messages of all its firms are sent, and drafts are cleared as if at another time.
let stop: () => Promise<void>;
let desk: ReportDesk;
let folder: string;
const { codeTo, textsTo } = outbox();
beforeAll(async () => {
  stop = await setup();
  folder = await mkdtemp(join(tmpdir(), "frontdesk-report-"));
  process.env.FRONTDESK_FILES = folder;
  desk = await mintDesk();
});
afterAll(() => stop());

const said = (changes: Partial<Parameters<typeof startReport>[0]> = {}) => ({
  ...{ kind: "repair" as const, category: "leak", words: "厨房天花板漏水", name: "李雷" },
  ...{ phone: freshPhone(), locale: "zh-CN" as const, draftId: newToken(), prints: [] },
  ...changes,
});
type Said = ReturnType<typeof said>;
const start = (given: Said, at: ReportDesk = desk) => at.scanned(() => startReport(given));
const confirm = (draftId: string, code: string, at: ReportDesk = desk) =>
  at.scanned(() => confirmReport({ draftId, code }));
const draftOf = (draftId: string) => desk.asSystem(() => ReportDraft.need({ draftId }));
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
const settled = async <T>(all: Promise<T>[]) =>
  (await Promise.allSettled(all)).map((one) =>
    one.status === "fulfilled" ? one.value : (one.reason as { code: string; field?: string }),
  );

describe("a report from the QR code", () => {
  it("becomes a ticket once its phone is proven by the code", async () => {
    const at = await mintDesk();
    const given = said();
    await start(given, at);
    expect(await at.tickets()).toEqual([]);
    const done = await confirm(given.draftId, await codeTo(given.phone), at);
    expect(done).toMatchObject({ state: "done", done: { number: expect.stringMatching(/^BX\d{8}-0001$/) } });
    expect(await at.tickets()).toMatchObject([
      {
        ...{ channel: "qr", words: "厨房天花板漏水", number: done.done?.number, registeredByName: "李雷" },
        reporter: { name: "李雷", phone: given.phone, locale: "zh-CN" },
      },
    ]);
  });

  it("keeps of the code its hash alone", async () => {
    const given = said();
    await start(given);
    const code = await codeTo(given.phone);
    expect(code).toMatch(/^\d{6}$/);
    const { Item } = await desk.asSystem(() =>
      table.get({ Key: ReportDraft.key({ draftId: given.draftId }) }),
    );
    expect(JSON.stringify(Item).replaceAll(given.phone, "")).not.toContain(code);
    expect(Item?.expiresAt).toBeGreaterThan(Date.now() / 1000);
  });

  it("is void for a code of ten minutes ago, and the next one works", async () => {
    const given = said();
    await start(given);
    const code = await codeTo(given.phone);
    const late = plus(isoNow(), { minutes: 10, seconds: 1 });
    expect(await asIfAt(late, () => confirm(given.draftId, code))).toMatchObject({ state: "expired" });
    await asIfAt(late, () => desk.scanned(() => resendCode({ draftId: given.draftId })));
    const next = await asIfAt(late, () => codeTo(given.phone));
    expect(await asIfAt(late, () => confirm(given.draftId, next))).toMatchObject({ state: "done" });
  });

  it("is not opened by guessing: five wrong codes and the right one is void too", async () => {
    const given = said();
    await start(given);
    const code = await codeTo(given.phone);
    for (const left of [4, 3, 2, 1]) {
      expect(await confirm(given.draftId, other(code))).toMatchObject({ state: "wrong", left });
    }
    expect(await confirm(given.draftId, other(code))).toMatchObject({ state: "locked", left: 0 });
    expect(await confirm(given.draftId, code)).toMatchObject({ state: "locked" });
  });

  it("counts every guess, however many come at once", async () => {
    const given = said();
    await start(given);
    const wrong = other(await codeTo(given.phone));
    const answers = await settled(Array.from({ length: 20 }, () => confirm(given.draftId, wrong)));
    const judged = answers.filter((one) => "state" in one && one.state === "wrong");
    expect(judged.length).toBeLessThanOrEqual(4);
    expect((await draftOf(given.draftId)).code?.tries).toBe(5);
  });

  it("is one ticket for twenty confirmations at once, and for the same report sent again", async () => {
    const at = await mintDesk();
    const given = said();
    await start(given, at);
    const code = await codeTo(given.phone);
    const answers = await settled(Array.from({ length: 20 }, () => confirm(given.draftId, code, at)));
    const numbers = new Set(answers.flatMap((one) => ("done" in one && one.done ? [one.done.number] : [])));
    expect(numbers.size).toBe(1);
    const again = { ...given, draftId: newToken() };
    await start(again, at);
    expect(await confirm(again.draftId, await codeTo(given.phone), at)).toMatchObject({ state: "done" });
    expect(await at.tickets()).toHaveLength(1);
    const tomorrow = plus(isoNow(), { hours: 25 });
    await asIfAt(tomorrow, async () => {
      const later = { ...given, draftId: newToken() };
      await start(later, at);
      await confirm(later.draftId, await codeTo(given.phone), at);
    });
    expect(await at.tickets()).toHaveLength(2);
  });

  it("opens for nobody who came in elsewhere, and not when its day is over", async () => {
    const given = said();
    await start(given);
    const elsewhere = await mintDesk();
    const ask = () => getReport({ draftId: given.draftId });
    await expect(elsewhere.scanned(ask)).rejects.toMatchObject({ code: "not_found" });
    expect(await desk.scanned(ask)).toMatchObject({ state: "waiting" });
    const late = plus(isoNow(), { hours: 24, seconds: 1 });
    await expect(asIfAt(late, () => desk.scanned(ask))).rejects.toMatchObject({ code: "gone" });
  });
});

describe("the same form again", () => {
  it("sent twice, or ten times at once, is one draft and one code", async () => {
    const given = said();
    const answers = await settled(Array.from({ length: 10 }, () => start(given)));
    expect(answers.map((one) => ("draftId" in one ? one.draftId : one.code))).toEqual(
      Array.from({ length: 10 }, () => given.draftId),
    );
    await start(given);
    expect(await textsTo(given.phone)).toHaveLength(1);
  });

  it("corrected keeps its code; another phone gets one of its own", async () => {
    const given = said();
    await start(given);
    await start({ ...given, words: "其实是卫生间" });
    expect(await draftOf(given.draftId)).toMatchObject({ words: "其实是卫生间", changes: 1 });
    const phone = freshPhone();
    await start({ ...given, phone });
    expect([(await textsTo(given.phone)).length, (await textsTo(phone)).length]).toEqual([1, 1]);
    expect(await confirm(given.draftId, await codeTo(given.phone))).toMatchObject({ state: "wrong" });
    expect(await confirm(given.draftId, await codeTo(phone))).toMatchObject({ state: "done" });
  });

  it("after it became a ticket stays that ticket, and with other words is another report", async () => {
    const given = said();
    await start(given);
    await confirm(given.draftId, await codeTo(given.phone));
    expect(await start(given)).toEqual({ draftId: given.draftId, attach: false });
    const { draftId } = await start({ ...given, words: "还有一件事" });
    expect(draftId).not.toBe(given.draftId);
    expect(await desk.scanned(() => getReport({ draftId }))).toMatchObject({ state: "waiting" });
  });

  it("may be corrected ten times", async () => {
    const given = said();
    await start(given);
    for (let change = 1; change <= 10; change++) await start({ ...given, words: `改 ${change}` });
    await expect(start({ ...given, words: "改 11" })).rejects.toMatchObject({ code: "too_many" });
  });
});

describe("codes", () => {
  it("go to a phone three times within any hour", async () => {
    const phone = freshPhone();
    const begun = isoNow();
    const at = (minutes: number) =>
      asIfAt(plus(begun, { minutes }), () => start(said({ phone, words: `第 ${minutes} 分钟` })));
    await at(0);
    await at(30);
    await at(59);
    await expect(at(59)).rejects.toMatchObject({ code: "too_many", field: "phone" });
    await at(61);
    await expect(at(62)).rejects.toMatchObject({ code: "too_many", field: "phone" });
  });

  it("go to a phone three times when twenty ask at once", async () => {
    const phone = freshPhone();
    await settled(Array.from({ length: 20 }, () => start(said({ phone }))));
    expect(await textsTo(phone)).toHaveLength(3);
  });

  it("are given ten times to one address, which others do not feel", async () => {
    const at = await mintDesk();
    const from = (address: string) => withClientAddress(address, () => start(said(), at));
    for (let count = 0; count < 10; count++) await from("203.0.113.7");
    await expect(from("203.0.113.7")).rejects.toMatchObject({ code: "too_many", field: "address" });
    await from("203.0.113.8");
  });

  it("go abroad twenty times a day and project", async () => {
    const at = await mintDesk();
    const abroad = (count: number) => start(said({ phone: `+8529123${1_000 + count}` }), at);
    for (let count = 0; count < 20; count++) await abroad(count);
    await expect(abroad(20)).rejects.toMatchObject({ code: "too_many", field: "abroad" });
    await start(said(), at);
  });

  it("are not sent again at once", async () => {
    const given = said();
    await start(given);
    await desk.scanned(() => resendCode({ draftId: given.draftId }));
    expect(await textsTo(given.phone)).toHaveLength(1);
  });
});

describe("who reports, and for which house", () => {
  const report = async (given: Said, at: ReportDesk) => {
    await start(given, at);
    await confirm(given.draftId, await codeTo(given.phone), at);
    const ticket = (await at.tickets()).find(({ reporter }) => reporter.phone === given.phone);
    return ticket && { ...ticket, residentId: ticket.reporter.residentId };
  };

  it("is known by the phone", async () => {
    const at = await mintDesk();
    const phone = freshPhone();
    const { residentId, houseIds } = await mintOwner(at, phone, ["3-1-502"]);
    expect(await report(said({ phone }), at)).toMatchObject({
      ...{ residentId, houseId: houseIds[0], houseCode: "3-1-502" },
      reporter: { name: "李雷", phone },
    });
  });

  it.each(["3-2-601", "3栋2单元601室", "3 2 601", "３号楼２单元６０１", "601"])(
    "is the house typed as %s among several",
    async (house) => {
      const at = await mintDesk();
      const phone = freshPhone();
      const { houseIds } = await mintOwner(at, phone, ["3-1-502", "3-2-601"]);
      expect(await report(said({ phone, house }), at)).toMatchObject({ houseId: houseIds[1] });
    },
  );

  it("stays open where nothing certain is known, and what was typed is noted", async () => {
    const at = await mintDesk();
    const [phone, stranger] = [freshPhone(), freshPhone()];
    const { residentId, houseIds } = await mintOwner(at, phone, ["3-1-502", "3-2-601"]);
    const several = await report(said({ phone }), at);
    expect(several).toMatchObject({ residentId });
    expect(several?.houseId).toBeUndefined();
    const unknown = await report(said({ phone: stranger, house: "9-9-999" }), at);
    expect(unknown).toMatchObject({ words: "厨房天花板漏水\n房号：9-9-999" });
    expect(unknown?.residentId).toBeUndefined();
    const neighbour = await report(said({ phone: freshPhone(), house: "3-1-502", words: "邻居" }), at);
    expect(neighbour).toMatchObject({ houseId: houseIds[0], words: "邻居" });
    expect(neighbour?.residentId).toBeUndefined();
  });

  it("is nobody of another project or firm", async () => {
    const [at, elsewhere] = [await mintDesk(), await mintDesk()];
    const phone = freshPhone();
    await mintOwner(elsewhere, phone, ["3-1-502"]);
    const ticket = await report(said({ phone }), at);
    expect([ticket?.houseId, ticket?.residentId]).toEqual([undefined, undefined]);
  });

  it("is the one of the name where two share a phone", async () => {
    const at = await mintDesk();
    const phone = freshPhone();
    const first = await mintOwner(at, phone, ["1-1-101"], "李雷");
    await mintOwner(at, phone, ["1-1-102"], "韩梅梅");
    expect(await report(said({ phone }), at)).toMatchObject({ residentId: first.residentId });
  });
});

describe("photos", () => {
  const add = (draftId: string, ...labels: string[]) =>
    desk.scanned(() => addReportPhotos({ draftId, files: labels.map(photo) }));
  const print = (digit: string) => digit.repeat(64);

  it("come with the ticket, the last ones chosen", async () => {
    const given = said({ prints: [print("a"), print("b")] });
    expect(await start(given)).toMatchObject({ attach: true });
    await add(given.draftId, "1", "2");
    const before = (await draftOf(given.draftId)).photos;
    expect(await start(given)).toMatchObject({ attach: false });
    expect(await start({ ...given, prints: [print("c")] })).toMatchObject({ attach: true });
    await add(given.draftId, "3");
    const { done } = await confirm(given.draftId, await codeTo(given.phone));
    const ticket = (await desk.tickets()).find(({ number }) => number === done?.number);
    expect(ticket?.photos).toEqual((await draftOf(given.draftId)).photos);
    expect(ticket?.photos).toHaveLength(1);
    const gone = desk.asSystem(() => Attachment.batch(before.map((attachmentId) => ({ attachmentId }))));
    expect(await gone).toEqual([]);
  });

  it("are stored by another who sends the form once the first has clearly failed", async () => {
    const given = said({ prints: [print("a")] });
    await start(given);
    expect(await start(given)).toMatchObject({ attach: false });
    const later = plus(isoNow(), { seconds: 31 });
    expect(await asIfAt(later, () => start(given))).toMatchObject({ attach: true });
  });

  it("go with a report that nobody verified", async () => {
    const at = await mintDesk();
    const given = said({ prints: [print("a")] });
    await start(given, at);
    await at.scanned(() => addReportPhotos({ draftId: given.draftId, files: [photo("x")] }));
    const files = () => readdir(join(folder, at.tenantId));
    expect(await files()).toHaveLength(1);
    await clearReports();
    expect(await files()).toHaveLength(1);
    await asIfAt(plus(isoNow(), { hours: 24, seconds: 1 }), clearReports);
    expect(await files()).toHaveLength(1);
    const erase = () => asIfAt(plus(isoNow(), { hours: 24, seconds: 2 }), eraseRemoved);
    const away = vi.spyOn(storage(), "remove").mockRejectedValue(new Error("the bucket is away"));
    await expect(erase()).rejects.toThrow("due attachment failed");
    away.mockRestore();
    expect(await files()).toHaveLength(1);
    await erase();
    expect(await files()).toEqual([]);
    expect(await erase()).toEqual({ done: 0, failed: 0 });
    const draft = at.asSystem(() => ReportDraft.get({ draftId: given.draftId }));
    expect(await draft).toBeUndefined();
  });
});
