import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { addPhoto, getAttachment, removeAttachment } from "../attachment/index";
import { Callback } from "../callback/callback.entity";
import { asIfAt, isoNow, plus } from "../clock";
import { answerComplaint, getComplaint, keepConfidential } from "../complaint/index";
import { storeIn as storeComplaint } from "../complaint/made.testing";
import { useContext, withActor, withContext } from "../context";
import { openLink } from "../link/link";
import { photo } from "../report/report.testing";
import { mintTenant } from "../testing/tenant";
import { type Cast, messagesOf, mintCast, report } from "./cast.testing";
import {
  acceptTicket,
  addToTicket,
  assignTicket,
  completeTicket,
  editTicket,
  getOwnPhoto,
  getProgress,
  getTicket,
  objectToOutcome,
  rateTicket,
  reopenTicket,
  Ticket,
  voidTicket,
} from "./index";
import { completion, storeIn } from "./made.testing";
import { maxAdditions } from "./own";
import { states } from "./states";

let cast: Cast;
beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-own-"));
  cast = await mintCast();
});
const as = <T>(actor: MemberActor, body: () => T) => withActor(actor, body);
const holder = (ticketId: string) => ({
  type: "resident" as const,
  tenantId: cast.tenantId,
  subjectId: ticketId,
});
/** As whoever holds the ticket's link; `key` names a form that may be sent twice. */
const held = <T>(ticketId: string, body: () => T, key?: string): T =>
  withContext(
    { ...useContext(), actor: holder(ticketId), idempotency: key ? { key, bodyHash: key } : undefined },
    body,
  );
const progressOf = (ticketId: string) => held(ticketId, () => getProgress({}));
const add = (ticketId: string, words?: string, files: Uint8Array[] = [], key?: string) =>
  held(ticketId, () => addToTicket({ words, files }), key);
const object = (ticketId: string, words = "还在漏") => held(ticketId, () => objectToOutcome({ words }));
const ticketOf = (ticketId: string, actor = cast.headquarters) => as(actor, () => getTicket({ ticketId }));
const done = async (more = {}) => {
  const { ticketId } = await report(cast, more);
  await as(cast.manager, () => completeTicket({ ticketId, note: "换了软管" }));
  return ticketId;
};
const urlsOf = async (ticketId: string) =>
  (await messagesOf(cast, ticketId)).map(({ template, text }) => [
    template,
    /\/t\/(\w{12})$/.exec(text)?.[1],
  ]);

describe("the link", () => {
  it("comes with the number, stays the same with all that follows, and opens this ticket alone", async () => {
    const ticketId = await done();
    await as(cast.desk, () => reopenTicket({ ticketId, note: "还漏" }));
    await as(cast.manager, () => completeTicket({ ticketId, note: "好了" }));
    const { link = "" } = await cast.asSystem(() => Ticket.need({ ticketId }));
    expect((await urlsOf(ticketId)).sort()).toEqual([
      ["ticketOutcome", link],
      ["ticketOutcome", link],
      ["ticketRegistered", link],
      ["ticketReopened", link],
    ]);
    expect(await openLink(link)).toMatchObject({
      kind: "ticket",
      subjectId: ticketId,
      tenantId: cast.tenantId,
    });
  });

  it("is there for whoever can be written to", async () => {
    const linkOf = async (reporter: object) =>
      (await cast.asSystem(async () => Ticket.need(await report(cast, { reporter })))).link;
    expect(await linkOf({ name: "李", phone: "+8613900003333" })).toBeDefined();
    expect(await linkOf({ name: "李", email: "li@example.com" })).toBeDefined();
    expect(await linkOf({ name: "李" })).toBeUndefined();
  });

  it("is shown to no member, who would rate by it", async () => {
    const { ticketId } = await report(cast);
    const { link = "x" } = await cast.asSystem(() => Ticket.need({ ticketId }));
    expect(JSON.stringify(await ticketOf(ticketId))).not.toContain(link);
  });

  it("is made at the completion for a ticket of an earlier version, and anew for one open too long", async () => {
    const old = { tenantId: cast.tenantId, projectId: cast.projectId, houseId: undefined };
    const reporter = { name: "李", phone: "+8613900004444", locale: "zh-CN" as const };
    const { ticketId } = await storeIn("registered", { ...old, reporter });
    await as(cast.manager, () => completeTicket({ ticketId, note: "好了" }));
    const [[, token] = []] = await urlsOf(ticketId);
    expect(await openLink(token ?? "")).toMatchObject({ kind: "ticket", subjectId: ticketId });
    const long = await storeIn("registered", {
      ...old,
      reporter,
      link: token,
      createdAt: plus(isoNow(), { days: -650 }),
    });
    await as(cast.manager, () => completeTicket({ ticketId: long.ticketId, note: "好了" }));
    const [[, fresh] = []] = await urlsOf(long.ticketId);
    expect(fresh).not.toBe(token);
    expect(await openLink(fresh ?? "")).toMatchObject({ subjectId: long.ticketId });
  });
});

describe("what it shows", () => {
  it.each(states)(
    "of a ticket that is %s: the resident's words and the way, nothing of members",
    async (state) => {
      const shown = await asIfAt(plus(completion.completedAt, { hours: 1 }), async () => {
        const { ticketId } = await storeIn(state, {
          ...{ tenantId: cast.tenantId, projectId: cast.projectId, assigneeId: cast.technician.memberId },
          assigneeName: "王师傅",
          ...(state === "closed" && { closedAt: isoNow() }),
        });
        return progressOf(ticketId);
      });
      expect(shown).toMatchObject({ words: "厨房漏水", over: false });
      expect(shown.outcome?.note).toBe(state === "completed" || state === "closed" ? "修好了" : undefined);
      expect(shown.room.times > 0).toBe(["registered", "assigned", "accepted", "started"].includes(state));
      expect(JSON.stringify(shown)).not.toMatch(/王师傅|mem_|\+86|tkt_|res_/);
    },
  );

  it("keeps the first words, whatever the desk makes of them", async () => {
    const { ticketId } = await report(cast, { words: "楼道灯不亮", houseId: undefined });
    await as(cast.desk, () => editTicket({ ticketId, words: "3-1-503 张某也反映楼道灯不亮" }));
    const shown = await progressOf(ticketId);
    expect(shown.words).toBe("楼道灯不亮");
    expect(JSON.stringify(shown)).not.toContain("张某");
  });

  it("of a duplicate names the ticket it went into and how that stands, nothing of the other household", async () => {
    const other = await report(cast, {
      houseId: cast.next,
      words: "邻居的话",
      reporter: { name: "张", phone: "+8613900005555" },
    });
    const { ticketId } = await report(cast);
    await as(cast.desk, () => voidTicket({ ticketId, note: "和张家的重复", duplicateOf: other.ticketId }));
    const shown = await progressOf(ticketId);
    expect(shown).toMatchObject({ standing: { is: "merged" }, twin: { number: other.number, is: "open" } });
    expect(JSON.stringify(shown)).not.toMatch(/邻居|张|503|13900005555/);
    await as(cast.manager, () => completeTicket({ ticketId: other.ticketId, note: "好了" }));
    expect((await progressOf(ticketId)).twin?.is).toBe("done");
  });

  it("is over ninety days after the end", async () => {
    const ticketId = await done();
    const at = (days: number) => asIfAt(plus(isoNow(), { days }), () => progressOf(ticketId));
    expect([(await at(89)).over, (await at(91)).over]).toEqual([false, true]);
  });

  it("opens for nobody else: no other firm, no member", async () => {
    const { ticketId } = await report(cast);
    const stranger = await mintTenant();
    const foreign = { type: "resident" as const, tenantId: stranger.tenantId, subjectId: ticketId };
    await expect(withActor(foreign, () => getProgress({}))).rejects.toMatchObject({ code: "not_found" });
    for (const act of [() => getProgress({}), () => objectToOutcome({ words: "x" })])
      await expect(as(cast.headquarters, act as () => Promise<unknown>)).rejects.toMatchObject({
        code: "forbidden",
      });
  });
});

describe("adding to it", () => {
  it("reaches who works on it, as the resident's own, and is shown back to them", async () => {
    const { ticketId } = await report(cast);
    await add(ticketId, "水更大了", [photo("one"), photo("two")]);
    const { photos, history, state } = await ticketOf(ticketId, cast.technician);
    expect(state).toBe("registered");
    expect(history.at(-1)).toMatchObject({ action: "add", byName: "王芳", note: "水更大了", photos });
    expect(photos).toHaveLength(2);
    const { url } = await as(cast.technician, () => getAttachment({ attachmentId: photos[0] ?? "" }));
    expect(url).toBeDefined();
    expect((await progressOf(ticketId)).history.at(-1)).toMatchObject({
      what: "added",
      words: "水更大了",
      photos,
    });
    const seen = await held(ticketId, () => getOwnPhoto({ attachmentId: photos[1] ?? "" }));
    expect(seen).toMatchObject({ contentType: "image/png", bytes: expect.any(Uint8Array) });
    expect(Buffer.from(seen.bytes).equals(photo("two"))).toBe(true);
  });

  it("is taken once however often the same form arrives", async () => {
    const { ticketId } = await report(cast);
    const times = await Promise.all(
      Array.from({ length: 6 }, () => add(ticketId, "水更大了", [photo("x")], "form-one")),
    );
    expect(new Set(times.map(({ number }) => number)).size).toBe(1);
    await add(ticketId, "水更大了", [photo("x")], "form-one");
    const { photos, history } = await ticketOf(ticketId);
    expect([photos.length, history.filter(({ action }) => action === "add").length]).toEqual([1, 1]);
    await add(ticketId, "水更大了", [], "form-two");
    expect((await ticketOf(ticketId)).history.filter(({ action }) => action === "add")).toHaveLength(2);
  });

  it("refuses what is no photo, is broken or too much, and leaves the ticket as it was", async () => {
    const { ticketId } = await report(cast);
    const before = await ticketOf(ticketId);
    const refusals: [() => Promise<unknown>, object][] = [
      [() => add(ticketId), { code: "bad_request" }],
      [() => add(ticketId, "长".repeat(1_001)), { field: "words" }],
      [
        () => add(ticketId, undefined, [Buffer.from("MZ\x90\x00 renamed.jpg")]),
        { code: "bad_request", field: "file" },
      ],
      [() => add(ticketId, undefined, [photo("x").subarray(0, 40)]), { code: "bad_request", field: "file" }],
      [() => add(ticketId, undefined, [Buffer.alloc(11 << 20, 1)]), { code: "too_large" }],
      [
        () =>
          add(
            ticketId,
            undefined,
            Array.from({ length: 4 }, () => photo("x")),
          ),
        { field: "files" },
      ],
    ];
    for (const [refused, why] of refusals) await expect(refused()).rejects.toMatchObject(why);
    expect(await ticketOf(ticketId)).toEqual(before);
  });

  it("has room for nine photos of a ticket, and for so many times", async () => {
    const { ticketId } = await report(cast);
    for (const some of [3, 3, 3])
      await add(
        ticketId,
        undefined,
        Array.from({ length: some }, () => photo("x")),
      );
    expect((await progressOf(ticketId)).room).toEqual({ times: maxAdditions - 3, photos: 0 });
    await expect(add(ticketId, undefined, [photo("x")])).rejects.toMatchObject({ field: "files" });
    for (let i = 3; i < maxAdditions; i++) await add(ticketId, `第${i}次`);
    expect((await progressOf(ticketId)).room).toEqual({ times: 0, photos: 0 });
    await expect(add(ticketId, "又来")).rejects.toMatchObject({ code: "too_many" });
  });

  it.each(["completed", "closed", "void"] as const)(
    "ends with the work: nothing to one that is %s",
    async (state) => {
      const { ticketId } = await storeIn(state, { tenantId: cast.tenantId, projectId: cast.projectId });
      await expect(add(ticketId, "再说一句", [photo("x")])).rejects.toMatchObject({ code: "conflict" });
    },
  );

  it("shows no photo but the resident's own, and none that was taken away", async () => {
    const { ticketId } = await report(cast, { photos: [cast.photoId] });
    const staffs = await as(cast.desk, () => addPhoto({ projectId: cast.projectId, file: photo("staff") }));
    await add(ticketId, undefined, [photo("x")]);
    const own = (await ticketOf(ticketId)).photos.find((id) => id !== cast.photoId) ?? "";
    expect((await progressOf(ticketId)).photos).toEqual([]);
    const elsewhere = await report(cast);
    for (const [of, attachmentId] of [
      [ticketId, cast.photoId],
      [ticketId, staffs.attachmentId],
      [elsewhere.ticketId, own],
    ] as const)
      await expect(held(of, () => getOwnPhoto({ attachmentId }))).rejects.toMatchObject({
        code: "not_found",
      });
    await as(cast.desk, () => removeAttachment({ attachmentId: own, reason: "拍到了邻居" }));
    await expect(held(ticketId, () => getOwnPhoto({ attachmentId: own }))).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await progressOf(ticketId)).history.at(-1)).toMatchObject({ what: "added", photos: [] });
  });
});

describe("saying that it is not solved", () => {
  it("takes the same ticket up again, for who did it, with a clock of its own, and spares the call", async () => {
    const { ticketId } = await report(cast);
    await as(cast.desk, () => assignTicket({ ticketId, assigneeId: cast.technician.memberId }));
    await as(cast.technician, () => acceptTicket({ ticketId }));
    await as(cast.technician, () => completeTicket({ ticketId, note: "换了软管" }));
    const at = plus(isoNow(), { days: 1 });
    await asIfAt(at, () => object(ticketId, "晚上又漏了"));
    expect(await ticketOf(ticketId)).toMatchObject({
      ...{
        state: "assigned",
        assigneeId: cast.technician.memberId,
        reopenedCount: 1,
        completionStartedAt: at,
      },
      completions: [{ reopenedAt: at }],
    });
    const { history } = await ticketOf(ticketId);
    expect(history.at(-1)).toMatchObject({ action: "reopen", byName: "王芳", note: "晚上又漏了" });
    const callback = await cast.asSystem(() => Callback.need({ ticketId, completion: 1 }));
    expect(callback.state).toBe("withdrawn");
    expect((await progressOf(ticketId)).history.at(-1)).toMatchObject({
      what: "objected",
      words: "晚上又漏了",
    });
    expect((await urlsOf(ticketId)).map(([template]) => template)).toContain("ticketReopened");
  });

  it("happens once, however often it is sent", async () => {
    const ticketId = await done();
    const sent = await Promise.allSettled(Array.from({ length: 6 }, () => object(ticketId)));
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of sent)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    expect((await ticketOf(ticketId)).reopenedCount).toBe(1);
  });

  it("is let in for seven days to the millisecond", async () => {
    const ticketId = await done();
    const [{ completedAt } = { completedAt: "" }] = (await ticketOf(ticketId)).completions;
    const bound = plus(completedAt, { days: 7 });
    const after = new Date(Date.parse(bound) + 1).toISOString();
    expect((await asIfAt(after, () => progressOf(ticketId))).mayReopen).toBe(false);
    await expect(asIfAt(after, () => object(ticketId))).rejects.toMatchObject({ code: "gone" });
    expect((await ticketOf(ticketId)).state).toBe("completed");
    await asIfAt(bound, () => object(ticketId));
    expect((await ticketOf(ticketId)).reopenedCount).toBe(1);
  });

  it.each(["registered", "assigned", "accepted", "started", "void"] as const)(
    "is nothing to say of one that is %s",
    async (state) => {
      const { ticketId } = await storeIn(state, { tenantId: cast.tenantId, projectId: cast.projectId });
      await expect(object(ticketId)).rejects.toMatchObject({ code: "conflict" });
    },
  );

  it("needs words", async () => {
    const ticketId = await done();
    await expect(object(ticketId, "  ")).rejects.toMatchObject({ field: "words" });
  });
});

describe("of a complaint", () => {
  const complaint = () =>
    report(cast, {
      ...{ kind: "complaint", category: "service" },
      words: "前台态度差",
      complaint: { about: [cast.mate.memberId] },
    });

  it("what is added is hidden from whom it is about, as is the complaint", async () => {
    const { ticketId } = await complaint();
    await add(ticketId, "还有一次", [photo("x")]);
    const [attachmentId = ""] = (await ticketOf(ticketId)).photos;
    const mate = { ...cast.mate, shielded: true as const };
    for (const look of [() => getTicket({ ticketId }), () => getAttachment({ attachmentId })])
      await expect(as(mate, look as () => Promise<unknown>)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is hidden from whom it comes to be about later, with what was added before", async () => {
    const { ticketId } = await report(cast, { kind: "complaint", category: "service", words: "前台态度差" });
    await add(ticketId, undefined, [photo("x")]);
    await as(cast.manager, () => keepConfidential({ ticketId, about: [cast.second.memberId] }));
    const [attachmentId = ""] = (await ticketOf(ticketId)).photos;
    const second = { ...cast.second, shielded: true as const };
    await expect(as(second, () => getAttachment({ attachmentId }))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("shows the answer, and what is not right brings it into its next stage", async () => {
    const { tenantId, projectId } = cast;
    const ticketId = await storeComplaint("carriedOut", { tenantId, projectId });
    expect((await progressOf(ticketId)).standing).toMatchObject({ is: "investigating", next: "answer" });
    const said = { found: "查了", done: "办了", improved: "会改" };
    await as(cast.manager, () => answerComplaint({ ticketId, ...said, way: "phone" }));
    expect((await progressOf(ticketId)).outcome?.note).toContain("今后的改进：会改");
    await object(ticketId, "还是老样子");
    expect(await as(cast.headquarters, () => getComplaint({ ticketId }))).toMatchObject({
      ...{ state: "investigating", stage: 2, level: "headquarters" },
    });
    await expect(held(ticketId, () => rateTicket({ score: 1 }))).resolves.toBeDefined();
  });
});
