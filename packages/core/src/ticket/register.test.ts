import { beforeAll, describe, expect, it, vi } from "vitest";
import { asIfAt } from "../clock";
import { withActor, withContext } from "../context";
import { newId } from "../id";
import { table } from "../table/client";
import { mintTenant } from "../testing/tenant";
import { type Cast, messagesOf, mintCast, report } from "./cast.testing";
import { getTicket, registerTicket, Ticket } from "./index";

let cast: Cast;
beforeAll(async () => {
  cast = await mintCast();
});

describe("registering a ticket", () => {
  it("numbers by kind, project and local day, keeps who, where and when, and starts the clocks", async () => {
    const fresh = await mintCast();
    const evening = await asIfAt("2026-11-21T15:59:59.000Z", () => report(fresh));
    const midnight = await asIfAt("2026-11-21T16:00:00.000Z", () =>
      report(fresh, { kind: "complaint", category: "service" }),
    );
    const later = await asIfAt("2026-11-21T16:00:01.000Z", () => report(fresh));
    expect([evening, midnight, later].map(({ number }) => number)).toEqual([
      "BX20261121-0001",
      "TS20261122-0001",
      "BX20261122-0002",
    ]);
    expect(evening).toMatchObject({
      houseCode: "3-1-502",
      reporter: { residentId: fresh.resident, name: "王芳", phone: "+8613800001111", locale: "zh-CN" },
      state: "registered",
      urgency: "ordinary",
      registeredBy: fresh.desk.memberId,
      responseDueAt: "2026-11-21T16:04:59.000Z",
      completionDueAt: "2026-11-23T15:59:59.000Z",
      rev: 1,
    });
    expect(evening).not.toHaveProperty("tenantId");
    expect(evening).not.toHaveProperty("workerIds");
  });

  it("sends the resident the number", async () => {
    const { ticketId, number } = await report(cast);
    const [message, ...more] = await messagesOf(cast, ticketId);
    expect(more).toEqual([]);
    expect(message).toMatchObject({
      template: "ticketRegistered",
      kind: "sms",
      to: "+8613800001111",
      urgent: false,
    });
    expect(message?.text).toContain(number);
  });

  it("begins the history", async () => {
    const { ticketId } = await report(cast, { photos: [cast.photoId] });
    const { history } = await withActor(cast.desk, () => getTicket({ ticketId }));
    expect(history).toMatchObject([
      {
        step: 1,
        action: "register",
        by: cast.desk.memberId,
        byName: cast.desk.name,
        to: "registered",
        photos: [cast.photoId],
      },
    ]);
  });

  it("takes what the caller says before what is known, and a member's own name where nobody is named", async () => {
    const said = await report(cast, { reporter: { residentId: cast.resident, name: "王芳的女儿" } });
    expect(said.reporter).toMatchObject({ name: "王芳的女儿", phone: "+8613800001111" });
    const seen = await report(cast, { houseId: undefined, reporter: {}, channel: "patrol" });
    expect(seen.reporter).toEqual({ name: cast.desk.name, locale: "zh-CN" });
    expect(await messagesOf(cast, seen.ticketId)).toEqual([]);
    const visitor = await report(cast, {
      reporter: { name: "访客", email: "guest@example.com", locale: "en" },
    });
    expect((await messagesOf(cast, visitor.ticketId))[0]).toMatchObject({
      kind: "mail",
      to: "guest@example.com",
    });
  });

  it("finds the resident also where they live in another house", async () => {
    const { reporter } = await report(cast, { houseId: cast.next });
    expect(reporter).toMatchObject({ residentId: cast.resident, phone: "+8613800001111" });
  });

  it("makes an emergency urgent, and its message too", async () => {
    const alarm = await report(cast, { kind: "emergency", category: "gas" });
    expect(alarm.urgency).toBe("urgent");
    expect(alarm.number).toMatch(/^TF/);
    expect((await messagesOf(cast, alarm.ticketId))[0]?.urgent).toBe(true);
  });

  it.each([
    ["a house of another project", () => ({ houseId: cast.foreign })],
    ["an unknown house", () => ({ houseId: newId("house") })],
    ["an unknown project", () => ({ projectId: newId("project"), houseId: undefined, reporter: {} })],
    ["an unknown resident", () => ({ reporter: { residentId: newId("resident") } })],
    ["an unknown photo", () => ({ photos: [newId("attachment")] })],
    [
      "a photo of another project",
      () => ({
        projectId: cast.other.projectId,
        houseId: cast.foreign,
        reporter: {},
        photos: [cast.photoId],
      }),
    ],
  ])("knows nothing of %s", async (_, more) => {
    await expect(report(cast, more())).rejects.toMatchObject({ code: "not_found" });
  });

  it("knows nothing of another tenant's project and house", async () => {
    const stranger = await mintTenant();
    const call = withActor(stranger.member("front_desk"), () =>
      registerTicket({
        projectId: stranger.projectId,
        houseId: cast.house,
        kind: "repair",
        category: "leak",
        channel: "call",
        words: "x",
      }),
    );
    await expect(call).rejects.toMatchObject({ code: "not_found" });
    const there = withActor(stranger.member("front_desk"), () =>
      registerTicket({
        projectId: cast.projectId,
        kind: "repair",
        category: "leak",
        channel: "call",
        words: "x",
      }),
    );
    await expect(there).rejects.toMatchObject({ code: "not_found" });
  });

  it("refuses who may not, where they do not work, and what does not fit", async () => {
    const input = {
      projectId: cast.projectId,
      kind: "complaint" as const,
      category: "service",
      channel: "call" as const,
      words: "x",
    };
    const as = (actor: Parameters<typeof withActor>[0], more = {}) =>
      withActor(actor, () => registerTicket({ ...input, ...more }));
    await expect(as(cast.member("auditor"))).rejects.toMatchObject({ code: "forbidden" });
    await expect(as(cast.elsewhere)).rejects.toMatchObject({ code: "not_found" });
    await expect(as(cast.desk, { category: "leak" })).rejects.toMatchObject({ field: "category" });
    await expect(as(cast.desk, { words: "  " })).rejects.toMatchObject({ field: "words" });
    await expect(as(cast.desk, { words: "x".repeat(2_001) })).rejects.toMatchObject({ field: "words" });
    await expect(as(cast.desk, { reporter: { phone: "110" } })).rejects.toMatchObject({
      field: "reporter.phone",
    });
    await expect(as(cast.desk, { photos: Array(10).fill(cast.photoId) })).rejects.toMatchObject({
      field: "photos",
    });
    await expect(as(cast.desk, { tenantId: cast.tenantId })).rejects.toMatchObject({ field: "tenantId" });
  });

  it("registers a doubled request once", async () => {
    const fresh = await mintCast();
    const call = () =>
      withContext(
        { actor: fresh.desk, requestId: "r", idempotency: { key: "doubled-1", bodyHash: "h" } },
        () =>
          registerTicket({
            projectId: fresh.projectId,
            kind: "inquiry",
            category: "fees",
            channel: "visit",
            words: "物业费怎么算",
          }),
      );
    const answers = await Promise.all([call(), call(), call()]);
    expect(new Set(answers.map(({ ticketId }) => ticketId)).size).toBe(1);
    const all = await fresh.asSystem(() => Ticket.query("gsi2", ["ticket"]));
    expect(all.items).toHaveLength(1);
  });

  it("reads once and writes once", async () => {
    await report(cast);
    const spies = (["get", "query", "batchGet", "transact"] as const).map((name) => vi.spyOn(table, name));
    await report(cast);
    const calls = spies.map((spy) => spy.mock.calls.length);
    for (const spy of spies) spy.mockRestore();
    expect(calls).toEqual([0, 1, 0, 1]);
  });
});
