import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPhoto, removeAttachment } from "@frontdesk/core/attachment/index";
import { recordCallback } from "@frontdesk/core/callback/index";
import { asIfAt, plus } from "@frontdesk/core/clock";
import { withActor } from "@frontdesk/core/context";
import { startRun } from "@frontdesk/core/fee/index";
import { beginRun } from "@frontdesk/core/fee/run";
import { at, mintFeeFirm, ownTable } from "@frontdesk/core/fee/testing";
import { bookOf, send, start as startImport } from "@frontdesk/core/import/import.testing";
import { newToken } from "@frontdesk/core/link/link";
import { makeQuote } from "@frontdesk/core/quote/index";
import { storeIn } from "@frontdesk/core/reply/made.testing";
import { addReportPhotos, startReport } from "@frontdesk/core/report/index";
import { mintDesk, photo } from "@frontdesk/core/report/report.testing";
import { Resident } from "@frontdesk/core/resident/index";
import { startCampaign } from "@frontdesk/core/survey/index";
import { mintHouses, ordinary } from "@frontdesk/core/survey/survey.testing";
import { Work } from "@frontdesk/core/table/work";
import { Tenant } from "@frontdesk/core/tenant/tenant.entity";
import { mintTenant } from "@frontdesk/core/testing/tenant";
import { type Cast, mintCast, report } from "@frontdesk/core/ticket/cast.testing";
import { assignTicket, completeTicket } from "@frontdesk/core/ticket/index";

/** A Monday morning in Shanghai, and the evening of the first of the month after, when all of it is due. */
const start = "2026-11-23T02:00:00.000Z";
export const due = "2026-12-01T12:00:00.000Z";

/**
 * A table of its own in which every schedule finds something to do at `due`. Whatever is made here is made by the same
 * steps each time, so that two of them differ in nothing but ids.
 */
export async function everythingDue() {
  await ownTable();
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-due-"));
  await asIfAt(start, async () => {
    const cast = await mintCast();
    await service(cast);
    await files(cast);
    await person(cast);
    await storeIn("sent", { tenantId: cast.tenantId, projectId: cast.projectId });
  });
  await fees();
  await asIfAt(start, survey);
  await asIfAt(start, importing);
  await asIfAt(start, reporting);
}

/** A ticket nobody sees to, one given out with a quote that nobody answered, one done that nobody called back about, one whose resident is satisfied. */
async function service(cast: Cast) {
  await cast.asSystem(async () => {
    const work = new Work(cast.tenantId);
    work.patch(Tenant, await Tenant.need({}), { secondCallbackShare: 100 });
    await work.commit();
  });
  const tickets = [];
  for (let i = 0; i < 4; i++) tickets.push((await report(cast)).ticketId);
  const [, given = "", done = "", called = ""] = tickets;
  const as = <T>(who: Cast["desk"], body: () => Promise<T>) => withActor(who, body);
  await as(cast.desk, () => assignTicket({ ticketId: given, assigneeId: cast.technician.memberId }));
  const lines = [{ code: "tap", hundredths: 100 }];
  await as(cast.desk, () => makeQuote({ ticketId: given, lines, send: true }));
  for (const ticketId of [done, called])
    await as(cast.manager, () => completeTicket({ ticketId, note: "好了" }));
  await as(cast.desk, () => recordCallback({ ticketId: called, reached: true, satisfied: true }));
}

/** A photo that was taken away. */
async function files(cast: Cast) {
  const { projectId } = cast;
  const { attachmentId } = await withActor(cast.technician, () => addPhoto({ projectId, file: photo("a") }));
  await withActor(cast.desk, () => removeAttachment({ attachmentId, reason: "拍到了邻居" }));
}

/** Somebody whose ties to houses are still behind. */
async function person(cast: Cast) {
  await cast.asSystem(async () => {
    const work = new Work(cast.tenantId);
    const resident = await Resident.need({ residentId: cast.resident });
    work.patch(Resident, resident, { phone: "+8613800002222", followSince: work.now });
    await work.commit();
  });
}

/** A month's bills that are overdue, and a run for another month of which no step is taken yet. */
async function fees() {
  const { firm } = await asIfAt(plus(start, { days: -60 }), () =>
    mintFeeFirm(["1-1-101", "1-1-102", "1-1-103"]),
  );
  const { projectId } = firm;
  const october = "2026-10-02T02:00:00.000Z";
  await at(firm, october, () => startRun({ projectId, period: "2026-10" }));
  await at(firm, start, () => beginRun({ projectId, period: "2026-11" }));
}

async function survey() {
  const firm = await mintTenant();
  await mintHouses(firm, [ordinary, ordinary]);
  await firm.as("headquarters", () => startCampaign({ projectIds: [firm.projectId] }));
}

async function importing() {
  const firm = await mintTenant();
  const rows = [1, 2, 3].map((room) => [
    "1",
    "1",
    `10${room}`,
    "88.5",
    "王芳",
    `1380000111${room}`,
    null,
    null,
  ]);
  const { importId } = await send(firm, "houses", await bookOf({ 翠湖花园: rows }));
  await startImport(firm, importId);
}

/** A report from a QR code that nobody verified. */
async function reporting() {
  const desk = await mintDesk();
  const draftId = newToken();
  const said = { kind: "repair", category: "leak", words: "漏水", name: "李雷", locale: "zh-CN" } as const;
  await desk.scanned(() =>
    startReport({ ...said, phone: "+8613900000001", draftId, prints: ["a".repeat(64)] }),
  );
  await desk.scanned(() => addReportPhotos({ draftId, files: [photo("b")] }));
}
