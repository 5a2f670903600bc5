import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { storage } from "../attachment/storage";
import { asIfAt } from "../clock";
import { withActor } from "../context";
import { Message } from "../message/message.entity";
import { Work } from "../table/work";
import { ownDatabase } from "../testing/own-database";
import { addMember, type Cast, mintCast } from "../ticket/cast.testing";
import { registerTicket } from "../ticket/index";
import {
  agreeToReply,
  approveReply,
  changeReplySettings,
  commentReply,
  confirmReply,
  draftReply,
  getReply,
  giveBackReply,
  listConfirmations,
  listReplies,
  listReplyTurns,
  listTicketReplies,
  replyCameBack,
  reviseReply,
  submitReply,
  sweepConfirmations,
} from "./index";
import { openReplyLetter } from "./open";
import { getReplyPdf } from "./paper";
import { sendReply } from "./send";

ownDatabase();
let cast: Cast;
let lawyer: MemberActor;
beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-letters-"));
  cast = await mintCast();
  const work = new Work(cast.tenantId);
  lawyer = addMember(work, cast, "finance");
  await work.commit();
});

const as = withActor;
const complaint = () =>
  as(cast.desk, () =>
    registerTicket({
      ...{ projectId: cast.projectId, houseId: cast.house, kind: "complaint", category: "facilities" },
      ...{ reporter: { residentId: cast.resident, email: "wang@example.com" }, channel: "letter" },
      words: "电梯三个月内停了五次。",
    }),
  );
const signers = () => ({
  projectManager: cast.manager.memberId,
  propertyManager: cast.second.memberId,
  centreSupervisor: cast.headquarters.memberId,
  department: cast.technician.memberId,
  approver: cast.headquarters.memberId,
});
const body = "尊敬的王芳：\n电梯的主板已经更换，一周内没有再停。给您带来不便，我们深表歉意。";

/** A letter about a fresh complaint, its words filled in, with all who sign it. */
async function drafted(more: Partial<Parameters<typeof reviseReply>[0]> = {}) {
  const { ticketId } = await complaint();
  const { replyId } = await as(cast.desk, () => draftReply({ ticketId }));
  return as(cast.desk, () => reviseReply({ replyId, body, signers: signers(), ...more }));
}
async function approved(more: Partial<Parameters<typeof reviseReply>[0]> = {}) {
  const { replyId } = await drafted(more);
  await as(cast.desk, () => submitReply({ replyId }));
  for (const actor of [cast.manager, cast.second, cast.technician, cast.headquarters])
    await as(actor, () => agreeToReply({ replyId }));
  return as(cast.headquarters, () => approveReply({ replyId }));
}
const turnsOf = async (actor: MemberActor, replyId: string) =>
  (await as(actor, () => listReplyTurns({}))).items
    .filter((one) => one.replyId === replyId)
    .map(({ to }) => to);
const messagesAbout = (replyId: string) =>
  cast.asSystem(async () => (await Message.query("gsi1", ["message", replyId])).items);

describe("a draft", () => {
  it("has the ticket's facts in it, and what only a person can say stands open", async () => {
    const ticket = await complaint();
    const reply = await as(cast.desk, () => draftReply({ ticketId: ticket.ticketId }));
    expect(reply.body).toContain("尊敬的王芳");
    expect(reply.body).toContain("电梯三个月内停了五次");
    expect(reply.body).toContain(ticket.number);
    expect(reply.to).toMatchObject({ name: "王芳", address: "翠湖花园 3-1-502", email: "wang@example.com" });
    expect(reply.signers).toEqual({ projectManager: cast.manager.memberId });
    await expect(as(cast.desk, () => submitReply({ replyId: reply.replyId }))).rejects.toMatchObject({
      field: "body",
    });
    const of = await as(cast.desk, () => listTicketReplies({ ticketId: ticket.ticketId }));
    expect(of.items).toHaveLength(1);
  });

  it("keeps every version of its words, and none where only something else is changed", async () => {
    const { replyId, version } = await drafted();
    expect(version).toBe(2);
    await as(cast.desk, () => reviseReply({ replyId, touchesLaw: true, body }));
    await as(cast.desk, () => reviseReply({ replyId, subject: "关于电梯的答复" }));
    const { versions } = await as(cast.desk, () => getReply({ replyId }));
    expect(versions.map((one) => one.version)).toEqual([1, 2, 3]);
    expect(versions[2]).toMatchObject({ subject: "关于电梯的答复", body, byName: cast.desk.name });
  });

  it("is signed by people of the project whose role signs, and by who leads alone approved", async () => {
    const { replyId } = await drafted();
    const name = (step: string, memberId: string) =>
      as(cast.desk, () => reviseReply({ replyId, signers: { ...signers(), [step]: memberId } }));
    await expect(name("department", cast.elsewhere.memberId)).rejects.toMatchObject({ code: "not_found" });
    await expect(name("approver", cast.technician.memberId)).rejects.toMatchObject({
      field: "signers.approver",
    });
    await expect(name("approver", cast.second.memberId)).rejects.toMatchObject({ field: "signers.approver" });
  });

  it("loses no words when two change it at once", async () => {
    const { replyId, rev } = await drafted();
    await as(cast.desk, () => reviseReply({ replyId, rev, subject: "甲" }));
    await expect(as(cast.desk, () => reviseReply({ replyId, rev, subject: "乙" }))).rejects.toMatchObject({
      code: "conflict",
      field: "rev",
    });
  });
});

describe("the reviews", () => {
  it("go in order, side by side where they can, the lawyer last and only where law is touched", async () => {
    const { replyId } = await drafted({
      touchesLaw: true,
      signers: { ...signers(), lawyer: lawyer.memberId },
    });
    await as(cast.desk, () => submitReply({ replyId }));
    const middle = [cast.second, cast.headquarters, cast.technician];
    const waiting = async () => {
      const all = {
        manager: cast.manager,
        ...{ second: cast.second, hq: cast.headquarters },
        tech: cast.technician,
      };
      const found = await Promise.all(
        Object.entries({ ...all, lawyer }).map(
          async ([name, who]) => [name, await turnsOf(who, replyId)] as const,
        ),
      );
      return found.filter(([, turns]) => turns.length > 0).map(([name]) => name);
    };
    expect(await waiting()).toEqual(["manager"]);
    await expect(as(cast.technician, () => agreeToReply({ replyId }))).rejects.toMatchObject({
      code: "forbidden",
    });
    await as(cast.manager, () => agreeToReply({ replyId, note: "属实" }));
    expect(await waiting()).toEqual(["second", "hq", "tech"]);
    for (const actor of middle) await as(actor, () => agreeToReply({ replyId }));
    expect(await waiting()).toEqual(["lawyer"]);
    const { state, reviews } = await as(lawyer, () => agreeToReply({ replyId }));
    expect(state).toBe("reviewed");
    expect(reviews[0]).toMatchObject({ answer: "agreed", note: "属实", version: 2, name: cast.manager.name });
    expect(await turnsOf(cast.headquarters, replyId)).toEqual(["approve"]);
    const told = (await messagesAbout(replyId)).filter(({ template }) => template === "replyTurn");
    expect(told).toHaveLength(6);
  });

  it("given back, begin anew with the changed words; the drafter is told", async () => {
    const { replyId } = await drafted();
    await as(cast.desk, () => submitReply({ replyId }));
    await as(cast.manager, () => agreeToReply({ replyId }));
    await as(cast.technician, () => giveBackReply({ replyId, note: "主板是上周五换的" }));
    expect(await turnsOf(cast.desk, replyId)).toEqual(["revise"]);
    await as(cast.desk, () => reviseReply({ replyId, body: `${body}（上周五）` }));
    const { reviews } = await as(cast.desk, () => submitReply({ replyId }));
    expect(reviews.map(({ answer }) => answer)).toEqual(Array(4).fill("waiting"));
    expect(await turnsOf(cast.desk, replyId)).toEqual([]);
    const { history } = await as(cast.desk, () => getReply({ replyId }));
    expect(history.map(({ action, version }) => `${action} ${version}`)).toEqual([
      ...["draft 1", "revise 2", "submit 2", "agree 2", "giveBack 2", "revise 3", "submit 3"],
    ]);
  });

  it("are seen by those concerned, by nobody else of the floor", async () => {
    const { replyId } = await drafted();
    const look = () => getReply({ replyId });
    await expect(as(cast.mate, look)).rejects.toMatchObject({ code: "not_found" });
    expect(await as(cast.technician, look)).toMatchObject({ replyId, may: [] });
    await as(cast.second, () => commentReply({ replyId, note: "语气再缓和些" }));
    const { history } = await as(cast.desk, look);
    expect(history.at(-1)).toMatchObject({
      action: "comment",
      note: "语气再缓和些",
      byName: cast.second.name,
    });
  });
});

describe("an approved letter", () => {
  it("has its number, the letterhead of that day, copies for the leaders, and never changes again", async () => {
    const { headquarters } = cast;
    await as(headquarters, () =>
      changeReplySettings({ letterhead: { address: "上海市翠湖路88号", phone: "021-5888 0000" } }),
    );
    const reply = await asIfAt("2026-11-20T19:00:00.000Z", () =>
      approved({ copyTo: [cast.manager.memberId] }),
    );
    expect(reply.number).toBe("HF20261121-0001");
    expect(reply.letterhead).toEqual({
      name: "测试物业",
      address: "上海市翠湖路88号",
      phone: "021-5888 0000",
    });
    expect(reply.approved).toMatchObject({ by: headquarters.memberId });
    await as(headquarters, () => changeReplySettings({ letterhead: { address: "别处" } }));
    const { replyId } = reply;
    const copies = (await messagesAbout(replyId)).filter(({ template }) => template === "replyCopy");
    expect(copies).toHaveLength(1);
    await expect(as(cast.desk, () => reviseReply({ replyId, body }))).rejects.toMatchObject({
      code: "conflict",
    });
    await expect(as(cast.desk, () => commentReply({ replyId, note: "x" }))).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await as(cast.desk, () => getReply({ replyId }))).letterhead?.address).toBe("上海市翠湖路88号");
  });

  it("sent by registered mail is to be confirmed after three days, told of once when it is not", async () => {
    const { replyId } = await asIfAt("2026-11-21T01:00:00.000Z", () => approved());
    const sent = await asIfAt("2026-11-21T02:00:00.000Z", () =>
      as(cast.desk, () => sendReply({ replyId, way: "registered", trackingNumber: "XA12345678901" })),
    );
    expect(sent.sendings).toMatchObject([{ way: "registered", trackingNumber: "XA12345678901" }]);
    const due = async () =>
      (await as(cast.desk, () => listConfirmations({ projectId: cast.projectId }))).items.find(
        (one) => one.replyId === replyId,
      );
    expect(await due()).toMatchObject({ dueAt: "2026-11-24T02:00:00.000Z", name: "王芳", tries: 0 });
    await as(cast.desk, () => confirmReply({ replyId, arrived: false, note: "无人接听" }));
    expect(await due()).toMatchObject({ tries: 1 });
    const overdue = async () =>
      (await messagesAbout(replyId)).filter(({ template }) => template === "replyUnconfirmed").length;
    await asIfAt("2026-11-24T01:59:00.000Z", sweepConfirmations);
    expect(await overdue()).toBe(0);
    for (const at of ["2026-11-24T02:01:00.000Z", "2026-11-24T02:16:00.000Z"])
      await asIfAt(at, sweepConfirmations);
    expect(await overdue()).toBe(1);
    const done = await as(cast.desk, () => confirmReply({ replyId, arrived: true }));
    expect(done).toMatchObject({ state: "archived", confirmed: { by: cast.desk.memberId } });
    expect(await due()).toBeUndefined();
  });

  it("that came back is sent again, by mail with a link to the paper as it was sent", async () => {
    const { replyId } = await approved();
    const send = (more: Pick<Parameters<typeof sendReply>[0], "way" | "trackingNumber">) =>
      as(cast.desk, () => sendReply({ replyId, ...more }));
    await send({ way: "registered", trackingNumber: "XA1" });
    await as(cast.desk, () => replyCameBack({ replyId, note: "查无此人" }));
    const again = await send({ way: "mail" });
    expect(again.sendings).toMatchObject([
      { cameBackAt: expect.any(String) },
      { way: "mail", email: "wang@example.com" },
    ]);
    const [mail] = (await messagesAbout(replyId)).filter(({ template }) => template === "replyLetter");
    expect(mail).toMatchObject({
      kind: "mail",
      to: "wang@example.com",
      messageId: again.sendings[1]?.messageId,
    });
    const token = /\/l\/(\w+)/.exec(mail?.text ?? "")?.[1] ?? "";
    const opened = await openReplyLetter(token);
    expect(opened).toMatchObject({ firm: "测试物业", number: again.number, expired: false });
    const kept = await storage().get(`${cast.tenantId}/${replyId}`);
    expect(Buffer.compare(Buffer.from(await opened.paper()), Buffer.from(kept ?? []))).toBe(0);
    const shown = await as(cast.desk, () => getReplyPdf({ replyId }));
    expect(shown.fileName).toBe(`${again.number}.pdf`);
    expect(Buffer.compare(Buffer.from(shown.bytes), Buffer.from(kept ?? []))).toBe(0);
  });

  it("is listed by its state", async () => {
    const { replyId } = await approved();
    const ids = async (state: "approved" | "sent") =>
      (await as(cast.manager, () => listReplies({ state }))).items.map((one) => one.replyId);
    expect(await ids("approved")).toContain(replyId);
    expect(await ids("sent")).not.toContain(replyId);
    await expect(as(cast.technician, () => listReplies({}))).rejects.toMatchObject({ code: "forbidden" });
  });
});
