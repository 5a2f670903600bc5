import { beforeEach, describe, expect, it } from "vitest";
import type { MemberActor } from "../actor";
import { listAudit } from "../audit/index";
import { listCallbacks, recordCallback } from "../callback/index";
import { asIfAt } from "../clock";
import { withActor } from "../context";
import { createHouse } from "../house/index";
import { Work } from "../table/work";
import { ownDatabase } from "../testing/own-database";
import { addMember, type Cast, messagesOf, mintCast, report } from "../ticket/cast.testing";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  editTicket,
  getTicket,
  voidTicket,
} from "../ticket/index";
import type { State } from "../ticket/states";
import { composeAnswer } from "./answer";
import { Case } from "./case.entity";
import {
  accountForComplaint,
  answerComplaint,
  approveAnswer,
  carryOutAnswer,
  escalateComplaint,
  getComplaint,
  giveBackAnswer,
  gradeComplaint,
  investigateComplaint,
  listComplaints,
  proposeAnswer,
} from "./index";
import { keepCases } from "./keep";

ownDatabase();
let cast: Cast;
beforeEach(async () => {
  cast = await mintCast();
});
const as = withActor;
const complain = (more: Parameters<typeof report>[1] = {}) =>
  report(cast, { kind: "complaint", category: "service", words: "前台电话没人接", ...more });
const said = { found: "夜班没有核对来电", done: "已致歉并回拨", improved: "夜班加一人" };
const answering = {
  ...{ department: "front_desk" as const, cause: "delay" as const },
  ...{ reason: "交接不清", preventable: true, measure: "每班核对来电" },
};

/** Up to the answer the resident hears; a second stage is decided by headquarters. */
async function answered(ticketId: string, decider: MemberActor = cast.manager) {
  await as(cast.desk, () => investigateComplaint({ ticketId, note: "听了录音", photos: [cast.photoId] }));
  await as(cast.desk, () => proposeAnswer({ ticketId, note: "致歉，夜班加人" }));
  await as(decider, () => approveAnswer({ ticketId }));
  await as(cast.desk, () => carryOutAnswer({ ticketId, note: "已回拨" }));
  return as(cast.desk, () => answerComplaint({ ticketId, ...said, way: "sms" }));
}
const call = (ticketId: string, satisfied: boolean) =>
  as(cast.second, () =>
    recordCallback({ ticketId, reached: true, satisfied, words: satisfied ? undefined : "还是没人接" }),
  );
const numbers = async (actor: MemberActor, asked: Parameters<typeof listComplaints>[0]) =>
  (await as(actor, () => listComplaints(asked))).items.map(({ number }) => number);
const stateOf = async (ticketId: string): Promise<State> =>
  (await as(cast.desk, () => getTicket({ ticketId }))).state;

describe("a complaint's way", () => {
  it("leads through a second stage by other people to somebody who answers for it", async () => {
    const { ticketId, number } = await complain({ complaint: { severity: "major", cause: "delay" } });
    await expect(as(cast.desk, () => proposeAnswer({ ticketId, note: "致歉" }))).rejects.toThrow();
    await answered(ticketId);
    expect(await as(cast.desk, () => getTicket({ ticketId }))).toMatchObject({
      ...{ state: "completed", assigneeId: cast.desk.memberId },
      ...{ respondedAt: expect.any(String), answeredAt: expect.any(String) },
    });
    const told = (await messagesOf(cast, ticketId)).find(({ template }) => template === "complaintAnswered");
    expect(told?.text).toContain("已致歉并回拨");

    await call(ticketId, false);
    const second = await as(cast.headquarters, () => getComplaint({ ticketId }));
    expect(second).toMatchObject({ state: "investigating", level: "headquarters", stage: 2, findings: 0 });
    expect(await numbers(cast.headquarters, { show: "quality" })).toEqual([number]);
    await expect(answered(ticketId, cast.manager)).rejects.toThrow("You may not do this");
    await as(cast.headquarters, () => approveAnswer({ ticketId }));
    await as(cast.desk, () => carryOutAnswer({ ticketId, note: "夜班已加人" }));
    await as(cast.desk, () => answerComplaint({ ticketId, ...said, way: "phone" }));

    await call(ticketId, true);
    expect(await stateOf(ticketId)).toBe("completed");
    expect(await numbers(cast.manager, { show: "account" })).toEqual([number]);
    await expect(call(ticketId, true)).rejects.toThrow("You may not do this");
    await as(cast.headquarters, () => accountForComplaint({ ticketId, ...answering }));
    expect(await stateOf(ticketId)).toBe("closed");
    const closed = await as(cast.desk, () => getComplaint({ ticketId }));
    expect(closed).toMatchObject({ state: "closed", cause: "delay", accountability: answering });
    expect(closed.way.map(({ action }) => action)).toEqual([
      ...["investigate", "propose", "approve", "carryOut", "answer", "again"],
      ...["investigate", "propose", "approve", "carryOut", "answer", "satisfied", "account"],
    ]);
    expect(closed.way[0]).toMatchObject({ note: "听了录音", photos: [cast.photoId] });
    expect(closed.way[5]).toMatchObject({ note: "还是没人接" });
    expect(await numbers(cast.manager, { show: "open" })).toEqual([]);
    expect(await numbers(cast.manager, { show: "closed" })).toEqual([number]);
  });

  it("stands whole in the audit trail, each act once", async () => {
    const { ticketId } = await complain();
    await answered(ticketId);
    await call(ticketId, true);
    await as(cast.manager, () => accountForComplaint({ ticketId, ...answering }));
    for (const asked of [{ subjectId: ticketId }, { limit: 100 }]) {
      const { items } = await as(cast.headquarters, () => listAudit(asked));
      const verbs = items.filter(({ subjectId }) => subjectId === ticketId).map(({ verb }) => verb);
      expect(verbs.reverse()).toEqual([
        ...["ticket.register", "complaint.investigate", "complaint.propose", "complaint.approve"],
        ...["complaint.carryOut", "complaint.answer", "callback.record", "complaint.account"],
      ]);
    }
  });

  it("is not done by its work orders, nor reported done like other work", async () => {
    const { ticketId } = await complain({ category: "facilities" });
    await as(cast.desk, () => assignTicket({ ticketId, assigneeId: cast.technician.memberId }));
    await as(cast.technician, () => acceptTicket({ ticketId }));
    await as(cast.technician, () => completeTicket({ ticketId, note: "修好了" }));
    expect(await stateOf(ticketId)).toBe("started");
    await expect(as(cast.desk, () => completeTicket({ ticketId, note: "好了" }))).rejects.toThrow(
      "A complaint is done by its answer to the resident",
    );
    await answered(ticketId);
    const { items } = await as(cast.manager, () => listCallbacks({}));
    expect(items.map((one) => one.ticketId)).toEqual([ticketId]);
  });

  it("is not called back by who investigated or did what was approved", async () => {
    const { ticketId } = await complain();
    await as(cast.second, () => investigateComplaint({ ticketId, note: "问了当班的人" }));
    await as(cast.second, () => proposeAnswer({ ticketId, note: "致歉" }));
    await as(cast.manager, () => approveAnswer({ ticketId }));
    await as(cast.second, () => carryOutAnswer({ ticketId, note: "已致歉" }));
    await as(cast.desk, () => answerComplaint({ ticketId, ...said, way: "phone" }));
    await expect(call(ticketId, true)).rejects.toThrow("You may not do this");
    await as(cast.manager, () => recordCallback({ ticketId, reached: true, satisfied: true }));
  });

  it("waits for whoever answers for it at once where nobody can be asked", async () => {
    const place = { houseId: undefined, reporter: { name: "巡查员" }, channel: "patrol" } as const;
    const { ticketId } = await complain(place);
    await as(cast.desk, () => investigateComplaint({ ticketId, note: "看过了" }));
    await as(cast.desk, () => proposeAnswer({ ticketId, note: "清理" }));
    await as(cast.manager, () => approveAnswer({ ticketId }));
    await as(cast.desk, () => carryOutAnswer({ ticketId, note: "已清理" }));
    await expect(as(cast.desk, () => answerComplaint({ ticketId, ...said, way: "sms" }))).rejects.toThrow(
      "There is no phone number to write to",
    );
    const one = await as(cast.desk, () => answerComplaint({ ticketId, ...said, way: "phone" }));
    expect(one.state).toBe("satisfied");
  });

  it("goes up when the project cannot settle it, and headquarters is told", async () => {
    const { ticketId } = await complain();
    await as(cast.desk, () => investigateComplaint({ ticketId, note: "查了" }));
    const up = await as(cast.desk, () => escalateComplaint({ ticketId, note: "涉及总部合同" }));
    expect(up).toMatchObject({ state: "investigating", level: "headquarters", stage: 2 });
    expect(up.may).not.toContain("escalate");
    const raised = (await messagesOf(cast, ticketId)).filter(
      ({ template }) => template === "complaintRaised",
    );
    expect(raised).toHaveLength(1);
    expect(raised[0]?.to).toContain(cast.headquarters.memberId.toLowerCase());
  });

  it("tells whoever may decide, and never who decided first", async () => {
    const work = new Work(cast.tenantId);
    const other = addMember(work, cast, "headquarters");
    await work.commit();
    const { ticketId } = await complain();
    await as(cast.desk, () => investigateComplaint({ ticketId, note: "查了" }));
    await as(cast.desk, () => proposeAnswer({ ticketId, note: "致歉" }));
    await as(cast.headquarters, () => giveBackAnswer({ ticketId, note: "查清原因" }));
    await as(cast.desk, () => escalateComplaint({ ticketId, note: "查不清" }));
    await as(cast.desk, () => investigateComplaint({ ticketId, note: "再查" }));
    await as(cast.desk, () => proposeAnswer({ ticketId, note: "赔偿" }));
    const told = (await messagesOf(cast, ticketId)).filter(
      ({ template }) => template === "complaintProposed",
    );
    expect(told.map(({ to }) => to)).toEqual([
      `${cast.manager.memberId.toLowerCase()}@example.com`,
      `${other.memberId.toLowerCase()}@example.com`,
    ]);
    await expect(as(cast.headquarters, () => approveAnswer({ ticketId }))).rejects.toThrow(
      "You may not do this",
    );
    expect((await as(other, () => approveAnswer({ ticketId }))).state).toBe("approved");
  });

  it("refuses what somebody else changed in between, and what is no complaint", async () => {
    const { ticketId } = await complain();
    const { rev } = await as(cast.desk, () => getComplaint({ ticketId }));
    await as(cast.second, () => investigateComplaint({ ticketId, note: "一" }));
    await expect(as(cast.desk, () => investigateComplaint({ ticketId, rev, note: "二" }))).rejects.toThrow(
      "Somebody changed this complaint in between",
    );
    const repair = await report(cast);
    await expect(as(cast.desk, () => getComplaint({ ticketId: repair.ticketId }))).rejects.toThrow(
      "Not found",
    );
    await expect(report(cast, { complaint: { severity: "major" } })).rejects.toThrow(
      "This is said of complaints alone",
    );
  });

  const forget = (ticketId: string) =>
    cast.asSystem(async () => {
      const work = new Work(cast.tenantId);
      work.remove(Case, await Case.need({ ticketId }));
      await work.commit();
    });

  it("is kept of complaints of earlier versions, which stand in the lists and spare their house from then on", async () => {
    const [open, known] = [await complain(), await complain()];
    const over = await complain();
    await as(cast.desk, () => voidTicket({ ticketId: over.ticketId, note: "误报" }));
    for (const { ticketId } of [open, over]) await forget(ticketId);
    const listed = async () =>
      (await as(cast.desk, () => listComplaints({}))).items.map(({ ticketId }) => ticketId).sort();
    expect(await listed()).toEqual([known.ticketId]);
    expect(await Promise.all([keepCases(cast.tenantId), keepCases(cast.tenantId)])).toContain(2);
    expect(await keepCases(cast.tenantId)).toBe(0);
    expect(await listed()).toEqual([open.ticketId, known.ticketId].sort());
    expect((await as(cast.desk, () => getComplaint({ ticketId: over.ticketId }))).state).toBe("void");
  });

  it("begins anew for complaints of earlier versions, which kept no case", async () => {
    const { ticketId } = await complain();
    await forget(ticketId);
    expect((await as(cast.desk, () => getComplaint({ ticketId }))).state).toBe("registered");
    await answered(ticketId);
    await call(ticketId, true);
    expect((await as(cast.manager, () => accountForComplaint({ ticketId, ...answering }))).state).toBe(
      "closed",
    );
  });
});

describe("a group complaint", () => {
  const day = (date: number) => `2026-11-${String(date).padStart(2, "0")}T02:00:00.000Z`;
  const from = (house: "house" | "next" | "third", date: number, cause = "lift") =>
    asIfAt(day(date), () =>
      complain({
        ...{ houseId: house === "third" ? third : cast[house], reporter: { name: "王芳" } },
        ...{ category: "facilities", complaint: { cause: cause as "lift" } },
      }),
    );
  let third: string;
  beforeEach(async () => {
    const place = { projectId: cast.projectId, building: "3", unit: "1", room: "504", areaHundredths: 8_900 };
    third = (await as(cast.headquarters, () => createHouse(place))).houseId;
  });
  const severityOf = async (ticketId: string) =>
    (await as(cast.desk, () => getComplaint({ ticketId }))).severity;
  const told = async (ticketId: string) =>
    (await messagesOf(cast, ticketId)).filter(({ template }) => template === "complaintGroup");

  it("shows at the third household within seven days, and is told of once", async () => {
    const first = await from("house", 1);
    const again = await from("house", 3);
    const second = await from("next", 5);
    expect(await severityOf(second.ticketId)).toBe("ordinary");
    const last = await from("third", 8);
    for (const { ticketId } of [first, again, second, last]) expect(await severityOf(ticketId)).toBe("group");
    expect(await told(last.ticketId)).toHaveLength(2);
    const later = await from("house", 9);
    expect(await severityOf(later.ticketId)).toBe("group");
    expect(await told(later.ticketId)).toEqual([]);
    const { group, repeats } = await as(cast.desk, () => getComplaint({ ticketId: later.ticketId }));
    expect(group.map(({ number }) => number)).toEqual([again, second, last].map(({ number }) => number));
    expect(repeats.map(({ number }) => number)).toEqual([first, again].map(({ number }) => number));
    expect(await numbers(cast.manager, { show: "groups" })).toHaveLength(5);
  });

  it("is none over more than seven days, of other causes, or of one household", async () => {
    await from("house", 1);
    await from("next", 2);
    const late = await from("third", 9);
    const other = await from("house", 9, "noise");
    for (const { ticketId } of [late, other]) expect(await severityOf(ticketId)).toBe("ordinary");
  });

  it("follows a ticket whose category was corrected", async () => {
    const { ticketId } = await complain({ category: "management" });
    await as(cast.desk, () => editTicket({ ticketId, category: "facilities" }));
    expect((await as(cast.desk, () => getComplaint({ ticketId }))).category).toBe("facilities");
  });

  it("shows when a cause turns out the same", async () => {
    await from("house", 1);
    await from("next", 2);
    const odd = await from("third", 3, "noise");
    const graded = await as(cast.desk, () => gradeComplaint({ ticketId: odd.ticketId, cause: "lift" }));
    expect(graded).toMatchObject({ severity: "group", cause: "lift" });
    expect(await told(odd.ticketId)).toHaveLength(2);
  });
});

it("composes what a resident is told, with an apology", () => {
  const zh = composeAnswer("zh-CN", said);
  const en = composeAnswer("en", { found: "F", done: "D", improved: "I" });
  for (const part of Object.values(said)) expect(zh).toContain(part);
  expect(zh).toContain("抱歉");
  expect(en).toMatch(/sorry.*F.*D.*I/s);
});
