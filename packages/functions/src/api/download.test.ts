import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addPhoto } from "@frontdesk/core/attachment/index";
import { diskInUse, storage } from "@frontdesk/core/attachment/storage";
import { withActor } from "@frontdesk/core/context";
import { mintTenant } from "@frontdesk/core/testing/tenant";
import { beforeAll, expect, it } from "vitest";
import { createApp } from "./app";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
/** What Lambda hands on of an answer, in letters: three bytes are four. */
const most = 6 * 1024 * 1024;

beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-download-"));
});

/** A photo of so many bytes, asked for by who took it. */
async function asked(size: number) {
  const firm = await mintTenant();
  const actor = firm.member("front_desk");
  const file = Buffer.concat([png, Buffer.alloc(size - png.length)]);
  const { attachmentId } = await withActor(actor, () => addPhoto({ projectId: firm.projectId, file }));
  const senderOf = () => ({ likely: undefined, actor: Promise.resolve(actor) });
  const app = createApp({ senderOf, auth: async () => new Response(), version: "test" });
  return { file, firm, attachmentId, answer: await app.request(`/api/photos/${attachmentId}`) };
}

it("is the answer where that holds it", async () => {
  const size = 4 * 1024 * 1024;
  expect((size * 4) / 3).toBeLessThan(most);
  const { file, attachmentId, answer } = await asked(size);
  expect(answer.status).toBe(200);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "image/png",
    "content-disposition": `attachment; filename*=UTF-8''${attachmentId}.png`,
    "cache-control": "private, no-store",
  });
  expect(Buffer.from(await answer.arrayBuffer()).equals(file)).toBe(true);
});

it("is fetched from where files lie where it is larger than any answer of the cloud, by an address of some minutes", async () => {
  const { file, firm, attachmentId, answer } = await asked(4 * 1024 * 1024 + 1);
  expect([answer.status, answer.headers.get("cache-control")]).toEqual([303, "private, no-store"]);
  const { pathname, searchParams } = new URL(answer.headers.get("location") ?? "", "http://x");
  expect(pathname).toBe("/files");
  const shown = diskInUse()?.shown(Object.fromEntries(searchParams));
  expect(shown).toMatchObject({ contentType: "image/png", fileName: `${attachmentId}.png`, saved: true });
  // Where what waits is forgotten after a day.
  expect(shown?.key).toMatch(new RegExp(`^uploads/${firm.tenantId}/mem_`));
  expect(Buffer.from((await storage().get(shown?.key ?? "")) ?? []).equals(file)).toBe(true);
});
