import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPhoto, getPhoto } from "@frontdesk/core/attachment/index";
import { listHousePayments, recordPayment } from "@frontdesk/core/fee/index";
import { at, mintFeeFirm } from "@frontdesk/core/fee/testing";
import { compare } from "@frontdesk/core/figure/compare";
import { contributorOf } from "@frontdesk/core/figure/contributors";
import { fold } from "@frontdesk/core/figure/fold";
import { recount } from "@frontdesk/core/figure/recount";
import { give, opened } from "@frontdesk/core/survey/open.testing";
import { answered, ordinary } from "@frontdesk/core/survey/survey.testing";
import { newClient } from "@frontdesk/core/table/client";
import { mintCast, report } from "@frontdesk/core/ticket/cast.testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createTable } from "../create-table";
import { startScratchDatabase } from "../dynoxide";
import { allItems, exportTo } from "./export";
import { importFrom } from "./import";

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

/** A firm with tickets, one with fees, one with answers, and a photo. */
async function work() {
  const cast = await mintCast();
  for (let i = 0; i < 5; i++) await report(cast);
  const { attachmentId } = await cast.as("technician", () =>
    addPhoto({ projectId: cast.projectId, file: png }),
  );
  const fees = await mintFeeFirm(["1-1-101", "1-1-102"]);
  await at(fees.firm, now, () =>
    recordPayment({ houseId: fees.house.houseId, method: "cash", amount: 12_345 }),
  );
  const survey = await opened([ordinary, ordinary]);
  for (const { invitationId } of survey.invitations) await give(survey.firm, invitationId, answered(4));
  await feed();
  return { firms: [cast, fees.firm, survey.firm], cast, attachmentId, fees };
}
type Made = Awaited<ReturnType<typeof work>>;

/** What each firm's headquarters sees, and its records. */
const seen = async ({ firms, fees, cast, attachmentId }: Made) => ({
  figures: await Promise.all(
    firms.map((firm) => firm.as("headquarters", () => compare({ period: "2026-11" }))),
  ),
  payments: await fees.firm.as("finance", () => listHousePayments({ houseId: fees.house.houseId })),
  photo: (await cast.as("front_desk", () => getPhoto({ attachmentId }))).bytes,
});

it("moves everything to another table: records, files and figures are the same there", async () => {
  await use(machine, "machine");
  const made = await work();
  const here = await seen(made);
  const manifest = await exportTo(join(folder, "export"), newClient(), join(folder, "machine"));
  expect(manifest).toMatchObject({ files: 1, counts: { ticket: 5, payment: 1, attachment: 2 } });

  await use(cloud, "cloud");
  const moved = await importFrom(join(folder, "export"), newClient());
  expect(moved).toEqual({ counts: manifest.counts, differences: [] });
  expect(await seen(made)).toEqual(here);
  for (const { tenantId } of made.firms)
    expect(await recount(tenantId)).toMatchObject({ differences: [], misplaced: 0 });
  // The stream tells of every record that came; all are counted already.
  await feed();
  expect((await seen(made)).figures).toEqual(here.figures);
});

it("goes into no table that holds anything, unless it goes on with what was broken off", async () => {
  await use(cloud, "cloud");
  await expect(importFrom(join(folder, "export"), newClient())).rejects.toThrow("is not empty");
  expect((await importFrom(join(folder, "export"), newClient(), true)).differences).toEqual([]);
});

it("takes nobody's folder for its own", async () => {
  await use(machine, "machine");
  await expect(exportTo(join(folder, "export"), newClient(), "")).rejects.toThrow("EEXIST");
});
