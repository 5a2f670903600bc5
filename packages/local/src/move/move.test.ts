import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { addPhoto, getPhoto } from "@frontdesk/core/attachment/index";
import { getFirmCalendar, setFirmCalendar } from "@frontdesk/core/calendar/index";
import { usualCalendar } from "@frontdesk/core/calendar/usual";
import { listCallbacks } from "@frontdesk/core/callback/index";
import { getProjectClocks, setProjectClocks } from "@frontdesk/core/clocks/index";
import { withActor } from "@frontdesk/core/context";
import { listHousePayments, recordPayment } from "@frontdesk/core/fee/index";
import { at, mintFeeFirm } from "@frontdesk/core/fee/testing";
import { compare } from "@frontdesk/core/figure/compare";
import { contributorOf } from "@frontdesk/core/figure/contributors";
import { fold } from "@frontdesk/core/figure/fold";
import { recount } from "@frontdesk/core/figure/recount";
import { getLetter, registerLetter } from "@frontdesk/core/letter/index";
import { getReply } from "@frontdesk/core/reply/index";
import { storeIn } from "@frontdesk/core/reply/made.testing";
import { give, opened } from "@frontdesk/core/survey/open.testing";
import { answered, ordinary } from "@frontdesk/core/survey/survey.testing";
import { newClient } from "@frontdesk/core/table/client";
import { type Cast, mintCast, report } from "@frontdesk/core/ticket/cast.testing";
import {
  acceptTicket,
  assignTicket,
  completeTicket,
  getTicket,
  splitTicket,
} from "@frontdesk/core/ticket/index";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTable } from "../create-table";
import { startScratchDatabase } from "../dynoxide";
import { allItems, exportTo } from "./export";
import { readItems, type StoredItem, writeItems } from "./format";
import { importFrom } from "./import";
import { oversee, overseen } from "./oversee.testing";
import { sell, sold } from "./services.testing";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const now = "2026-11-20T02:00:00.000Z";
const before = { ...process.env };
let folder: string;
let machine: Awaited<ReturnType<typeof startScratchDatabase>>;
let cloud: typeof machine;

/** Goes on with another database and another place for files. */
async function use(database: typeof machine, files: string) {
  process.env.DYNAMODB_ENDPOINT = database.endpoint;
  process.env.FRONTDESK_TABLE = files;
  process.env.FRONTDESK_FILES = join(folder, files);
  await createTable();
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-move-"));
  [machine, cloud] = await Promise.all([startScratchDatabase(), startScratchDatabase()]);
});
afterAll(async () => {
  Object.assign(process.env, before);
  await Promise.all([machine.stop(), cloud.stop()]);
  await rm(folder, { recursive: true });
});

/** Counts everything as the stream would. */
async function feed() {
  const keys = [];
  for await (const { pk, sk, kind_ } of allItems(newClient()))
    if (contributorOf(kind_?.S ?? "")) keys.push({ pk: pk?.S ?? "", sk: sk?.S ?? "" });
  await fold(keys);
}

/** What else a firm keeps: hours and clocks of its own, letters taken in and written, work half done, photos. */
async function serve(cast: Cast) {
  const { projectId } = cast;
  const as = <T>(who: Cast["desk"], body: () => Promise<T>) => withActor(who, body);
  await as(cast.headquarters, () =>
    setFirmCalendar({ calendar: { ...usualCalendar("Asia/Shanghai"), holidays: ["2026-12-31"] } }),
  );
  const rule = {
    clock: "completion",
    kind: "repair",
    amount: 3,
    unit: "days",
    counting: "business",
  } as const;
  await as(cast.headquarters, () => setProjectClocks({ projectId, rules: [rule] }));
  const files = [png, Buffer.concat([png, Buffer.from("another")])];
  const photos = await Promise.all(
    files.map((file) => as(cast.technician, () => addPhoto({ projectId, file }))),
  );
  const [page, proof] = photos.map(({ attachmentId }) => attachmentId) as [string, string];
  const { letterId } = await as(cast.desk, () =>
    registerLetter({
      ...{ projectId, from: { name: "王芳" }, way: "post", receivedOn: "2026-11-20", words: "电梯又坏了" },
      ...{ pages: [page], becomes: { kind: "complaint", category: "service" } },
    }),
  );
  const [halfDone, done] = [(await report(cast)).ticketId, (await report(cast)).ticketId];
  for (const ticketId of [halfDone, done])
    await as(cast.desk, () => assignTicket({ ticketId, assigneeId: cast.technician.memberId }));
  await as(cast.desk, () => splitTicket({ ticketId: halfDone, trade: "cleaning", note: "把水擦干" }));
  await as(cast.technician, () => acceptTicket({ ticketId: done }));
  await as(cast.technician, () => completeTicket({ ticketId: done, note: "换了垫圈", photos: [proof] }));
  const replies = await Promise.all(
    (["reviewing", "sent"] as const).map((state) =>
      storeIn(state, { tenantId: cast.tenantId, projectId, ticketId: done }),
    ),
  );
  return { letterId, replyIds: replies.map(({ replyId }) => replyId), tickets: [halfDone, done], photos };
}

/** A firm that serves, one with fees, one with answers. */
async function work() {
  const cast = await mintCast();
  for (let i = 0; i < 3; i++) await report(cast);
  const served = await serve(cast);
  const more = await oversee(cast);
  const services = await sell(cast, now);
  const fees = await mintFeeFirm(["1-1-101", "1-1-102"]);
  await at(fees.firm, now, () =>
    recordPayment({ houseId: fees.house.houseId, method: "cash", amount: 12_345 }),
  );
  const survey = await opened([ordinary, ordinary]);
  for (const { invitationId } of survey.invitations) await give(survey.firm, invitationId, answered(4));
  await feed();
  return { firms: [cast, fees.firm, survey.firm], cast, served, more, services, fees };
}
type Made = Awaited<ReturnType<typeof work>>;

/** What each firm's headquarters sees, and its records. */
const seen = async ({ firms, fees, cast, served, more, services }: Made) => ({
  figures: await Promise.all(
    firms.map((firm) => firm.as("headquarters", () => compare({ period: "2026-11" }))),
  ),
  payments: await fees.firm.as("finance", () => listHousePayments({ houseId: fees.house.houseId })),
  oversight: await overseen(cast, more),
  services: await sold(cast, services),
  service: await cast.as("headquarters", async () => ({
    calendar: await getFirmCalendar({}),
    clocks: await getProjectClocks({ projectId: cast.projectId }),
    letter: await getLetter({ letterId: served.letterId }),
    replies: await Promise.all(served.replyIds.map((replyId) => getReply({ replyId }))),
    tickets: await Promise.all(served.tickets.map((ticketId) => getTicket({ ticketId }))),
    callbacks: await listCallbacks({}),
    photos: await Promise.all(
      served.photos.map(async ({ attachmentId }) => (await getPhoto({ attachmentId })).bytes),
    ),
  })),
});

/** Every record as the table holds it, with what it is found and due by. */
async function records() {
  const found: Record<string, StoredItem> = {};
  for await (const item of allItems(newClient())) found[`${item.pk?.S} ${item.sk?.S}`] = item;
  return found;
}

it("moves everything to another table: records, files and figures are the same there", async () => {
  await use(machine, "machine");
  const made = await work();
  const here = await seen(made);
  const stored = await records();
  const manifest = await exportTo(join(folder, "export"), newClient(), join(folder, "machine"));
  expect(manifest).toMatchObject({
    // Two photos, a video, and the two that films were handed over in.
    files: 5,
    counts: { ticket: 10, workOrder: 6, payment: 1, attachment: 5, letter: 1, reply: 2, callback: 2 },
  });
  expect(Object.keys(manifest.counts)).toEqual(
    expect.arrayContaining([
      "calendar",
      "clockRules",
      "ticketClock",
      "ticketStep",
      "replyConfirmation",
      ...["complaint", "complaintStep", "complaintSigns", "roster", "routingRules", "handover", "dayCheck"],
      ...["quote", "bill", "praise", "price", "telephone", "sharedFilters", "breakdown", "link"],
    ]),
  );

  await use(cloud, "cloud");
  const moved = await importFrom(join(folder, "export"), newClient());
  expect(moved).toEqual({ counts: manifest.counts, differences: [] });
  expect(await records()).toEqual(stored);
  expect(await seen(made)).toEqual(here);
  for (const { tenantId } of made.firms)
    expect(await recount(tenantId)).toMatchObject({ differences: [], misplaced: 0 });
  // The stream tells of every record that came; all are counted already.
  await feed();
  expect((await seen(made)).figures).toEqual(here.figures);
});

it("writes and reads back whatever a table can hold", async () => {
  const path = join(folder, "odd.jsonl.gz");
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.record({ S: fc.string({ unit: "binary" }) }),
      fc.record({ N: fc.integer().map(String) }),
      fc.record({ B: fc.uint8Array() }),
      fc.record({ BOOL: fc.boolean() }),
      fc.record({ L: fc.array(tie("any")) }),
      fc.record({ M: fc.dictionary(fc.constantFrom("base64", "B", "S", "字"), tie("any")) }),
    ),
  })).any as fc.Arbitrary<AttributeValue>;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(fc.constantFrom("pk", "base64"), value), { maxLength: 4 }),
      async (items) => {
        await rm(path, { force: true });
        await writeItems(path, Readable.from(items));
        const back: StoredItem[] = [];
        for await (const item of readItems(path)) back.push(item);
        expect(back).toEqual(items);
      },
    ),
    { numRuns: 40 },
  );
});

it("goes into no table that holds anything, unless it goes on with what was broken off", async () => {
  await use(cloud, "cloud");
  await expect(importFrom(join(folder, "export"), newClient())).rejects.toThrow("is not empty");
  expect((await importFrom(join(folder, "export"), newClient(), true)).differences).toEqual([]);
});

it("takes nobody's folder for its own", async () => {
  await use(machine, "machine");
  await expect(exportTo(join(folder, "export"), newClient())).rejects.toThrow("EEXIST");
});
