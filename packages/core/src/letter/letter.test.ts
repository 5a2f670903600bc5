import { beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "../audit/index";
import { asIfAt } from "../clock";
import { withActor } from "../context";
import { type Cast, mintCast } from "../ticket/cast.testing";
import { getTicket, registerTicket } from "../ticket/index";
import { correctLetter, getLetter, layLetter, listLetters, listTicketLetters, registerLetter } from "./index";

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});
/** Three in the morning of the 21st in Shanghai, still the 20th in UTC. */
const night = "2026-11-20T19:00:00.000Z";
const atDesk = <T>(body: () => T) => asIfAt(night, () => withActor(cast.desk, body));
const write = (more: Partial<Parameters<typeof registerLetter>[0]> = {}) =>
  atDesk(() =>
    registerLetter({
      projectId: cast.projectId,
      houseId: cast.house,
      from: { residentId: cast.resident },
      way: "post",
      receivedOn: "2026-11-21",
      words: "电梯三个月内停了五次",
      ...more,
    }),
  );

describe("the register of letters", () => {
  it("numbers them by project and local day, apart from tickets, and knows the writer", async () => {
    const first = await write();
    const second = await write({ from: { name: "业委会" }, houseId: undefined });
    const elsewhere = await write({
      projectId: cast.other.projectId,
      houseId: undefined,
      from: { name: "李四" },
    });
    expect([first.number, second.number, elsewhere.number]).toEqual([
      "LX20261121-0001",
      "LX20261121-0002",
      "LX20261121-0001",
    ]);
    expect(first.from).toMatchObject({ name: "王芳", phone: "+8613800001111" });
    expect(first).toMatchObject({ houseCode: "3-1-502", registeredBy: cast.desk.memberId });
  });

  it("makes a letter a ticket at once: the pages go along, the channel is the letter", async () => {
    const letter = await write({
      becomes: { kind: "complaint", category: "facilities" },
      pages: [cast.photoId],
    });
    const ticket = await withActor(cast.desk, () => getTicket({ ticketId: letter.ticketId ?? "" }));
    expect(ticket).toMatchObject({
      number: letter.ticketNumber,
      channel: "letter",
      kind: "complaint",
      houseCode: "3-1-502",
      photos: [cast.photoId],
      reporter: { name: "王芳" },
    });
    const of = await withActor(cast.technician, () => listTicketLetters({ ticketId: ticket.ticketId }));
    expect(of.items.map(({ letterId }) => letterId)).toEqual([letter.letterId]);
  });

  it("lays a letter with a ticket that is there, once", async () => {
    const ticket = await atDesk(() =>
      registerTicket({
        ...{ projectId: cast.projectId, reporter: { name: "王芳" }, kind: "complaint", category: "service" },
        ...{ channel: "call", words: "没有人接电话" },
      }),
    );
    const { letterId, ticketId: none } = await write();
    expect(none).toBeUndefined();
    const lay = () => atDesk(() => layLetter({ letterId, ticketId: ticket.ticketId }));
    expect(await lay()).toMatchObject({ ticketId: ticket.ticketId, ticketNumber: ticket.number });
    await expect(lay()).rejects.toMatchObject({ code: "conflict" });
  });

  it("refuses what cannot be: a day to come, nobody who wrote, two tickets, another project's ticket or page", async () => {
    const elsewhere = await write({
      projectId: cast.other.projectId,
      houseId: undefined,
      from: { name: "李四" },
    });
    const becomes = { kind: "repair", category: "leak" } as const;
    const { ticketId } = await write({ becomes });
    await expect(write({ receivedOn: "2026-11-22" })).rejects.toMatchObject({ field: "receivedOn" });
    await expect(write({ from: {} })).rejects.toMatchObject({ field: "from.name" });
    await expect(write({ becomes, ticketId })).rejects.toMatchObject({ field: "ticketId" });
    await expect(atDesk(() => layLetter({ letterId: elsewhere.letterId, ticketId }))).rejects.toMatchObject({
      field: "ticketId",
    });
    await expect(
      write({
        projectId: cast.other.projectId,
        houseId: undefined,
        pages: [cast.photoId],
        from: { name: "x" },
      }),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("a letter that was entered wrongly", () => {
  it("is corrected with its number kept, and the trail says what stood there before", async () => {
    const { letterId, number } = await write({ from: { name: "业委会" }, houseId: undefined });
    const corrected = await atDesk(() =>
      correctLetter({ letterId, words: "电梯停了六次", way: "hand", from: { phone: "+8613800009999" } }),
    );
    expect(corrected).toMatchObject({
      ...{ number, words: "电梯停了六次", way: "hand", receivedOn: "2026-11-21" },
      from: { name: "业委会", phone: "+8613800009999" },
    });
    const { items } = await withActor(cast.headquarters, () => listAudit({ subjectId: letterId }));
    const [detail] = items.flatMap((one) => (one.verb === "letter.correct" ? one.detail : []));
    expect(JSON.parse(detail ?? "")).toEqual({
      words: "电梯三个月内停了五次 → 电梯停了六次",
      way: "post → hand",
      from: "业委会 → 业委会 +8613800009999",
    });
  });

  it("moves to the right house of its project, or to none, however long what it says was and is", async () => {
    const { letterId } = await write({ words: `${"\n电".repeat(900)}停` });
    const correct = (more: object) => atDesk(() => correctLetter({ letterId, ...more }));
    const moved = await correct({ houseId: cast.next, words: `${"\n停".repeat(900)}电` });
    expect(moved).toMatchObject({ houseId: cast.next, houseCode: "3-1-503", from: { name: "王芳" } });
    await expect(correct({ houseId: cast.foreign })).rejects.toMatchObject({ field: "houseId" });
    expect((await correct({ houseId: null })).houseId).toBeUndefined();
    const { items } = await withActor(cast.headquarters, () => listAudit({ subjectId: letterId }));
    const details = items.flatMap((one) =>
      one.verb === "letter.correct" ? JSON.parse(one.detail ?? "") : [],
    );
    expect(details).toContainEqual({ house: "3-1-503 → —" });
    expect(details).toContainEqual({ house: "3-1-502 → 3-1-503", words: expect.stringContaining(" → ") });
  });

  it("is not by who saw it as it was before, with a day to come, or in another project", async () => {
    const { letterId } = await write();
    const { rev } = await atDesk(() => getLetter({ letterId }));
    await atDesk(() => correctLetter({ letterId, rev, words: "电梯停了" }));
    await expect(atDesk(() => correctLetter({ letterId, rev, words: "别的" }))).rejects.toMatchObject({
      ...{ code: "conflict", field: "rev" },
    });
    await expect(atDesk(() => correctLetter({ letterId, receivedOn: "2026-11-22" }))).rejects.toMatchObject({
      field: "receivedOn",
    });
    await expect(atDesk(() => correctLetter({ letterId, from: { name: "x" } }))).rejects.toMatchObject({
      field: "from.name",
    });
    await expect(
      withActor(cast.elsewhere, () => correctLetter({ letterId, words: "x" })),
    ).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("finding letters", () => {
  it("lists the newest number first, page by page, each once, in the member's own projects alone", async () => {
    await write();
    const numbers: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await withActor(cast.technician, () => listLetters({ limit: 2, cursor }));
      numbers.push(...page.items.map(({ number }) => number));
      expect(page.items.every(({ projectId }) => projectId === cast.projectId)).toBe(true);
      cursor = page.cursor;
    } while (cursor);
    expect(numbers.length).toBeGreaterThan(3);
    expect(numbers).toEqual([...new Set(numbers)].sort().reverse());
  });

  it("finds by number or its beginning, in all projects for who works in all", async () => {
    const found = async (number: string) =>
      (await withActor(cast.desk, () => listLetters({ number }))).items.map((one) => one.number);
    expect(await found("lx20261121-0001")).toEqual(["LX20261121-0001", "LX20261121-0001"]);
    expect(await found("20261121-0002")).toContain("LX20261121-0002");
    expect(await found("LX20251")).toEqual([]);
    await expect(found("BX2026")).rejects.toMatchObject({ code: "bad_request" });
  });

  it("shows a letter to nobody who does not work in its project", async () => {
    const { letterId } = await write();
    const look = () => getLetter({ letterId });
    await expect(withActor(cast.elsewhere, look)).rejects.toMatchObject({ code: "not_found" });
    expect(await withActor(cast.technician, look)).toMatchObject({ letterId });
  });
});
