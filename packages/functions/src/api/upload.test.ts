import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diskInUse } from "@frontdesk/core/attachment/storage";
import { mintTenant } from "@frontdesk/core/testing/tenant";
import { beforeAll, expect, it } from "vitest";
import { createApp } from "./app";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-upload-"));
});

type Form = { uploadId: string; url: string; fields: Record<string, string> };
type Firm = Awaited<ReturnType<typeof mintTenant>>;

/** A member of a firm, asking by HTTP. */
function member(firm: Firm, role: Parameters<Firm["member"]>[0]) {
  const actor = firm.member(role);
  const auth = async () => new Response();
  const senderOf = () => ({ likely: undefined, actor: Promise.resolve(actor) });
  const app = createApp({ senderOf, auth, version: "test" });
  return async (path: string, body: object | undefined) => {
    const json = body && { "content-type": "application/json" };
    const headers = { ...json, "accept-language": "en", "idempotency-key": crypto.randomUUID() };
    const answer = await app.request(path, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Form };
  };
}

const photosOf = ({ projectId }: Firm) => `/api/projects/${projectId}/photos`;

it("takes a file that came before its request, from who sent it and from nobody else", async () => {
  const firm = await mintTenant();
  const desk = member(firm, "front_desk");
  const { status, body: form } = await desk("/api/uploads", { size: png.length });
  expect([status, form.url]).toEqual([201, "/files"]);
  const photos = `${photosOf(firm)}?upload=${form.uploadId}`;
  const missing = { status: 400, body: { error: { code: "bad_request", field: "upload" } } };
  expect(await desk(photos, undefined)).toMatchObject(missing);
  await diskInUse()?.take(form.fields, png);
  expect(await desk(photos, undefined)).toMatchObject({
    status: 201,
    body: { contentType: "image/png", size: png.length },
  });
  expect(await member(firm, "front_desk")(photos, undefined)).toMatchObject(missing);
  const other = await mintTenant();
  expect(
    await member(other, "front_desk")(`${photosOf(other)}?upload=${form.uploadId}`, undefined),
  ).toMatchObject(missing);
});

it("tells what a file is by its content, however it came", async () => {
  const firm = await mintTenant();
  const desk = member(firm, "front_desk");
  const { body: form } = await desk("/api/uploads", { size: 100 });
  await diskInUse()?.take(form.fields, Buffer.from("MZ not a photo, a program"));
  expect(await desk(`${photosOf(firm)}?upload=${form.uploadId}`, undefined)).toMatchObject({
    status: 400,
    body: { error: { field: "file" } },
  });
});

it.each(["", "x", "../../secret", "upl_01JD3V0N5W2Q8Z7R6T5Y4X3W2V/../x", "upl_01JD3V0N5W2Q8Z7R6T5Y4X3W2V"])(
  "knows no file called %o",
  async (name) => {
    const firm = await mintTenant();
    const asked = await member(firm, "front_desk")(
      `${photosOf(firm)}?upload=${encodeURIComponent(name)}`,
      undefined,
    );
    expect(asked).toMatchObject({ status: 400, body: { error: { field: "upload" } } });
  },
);

it("is for those who take files in, and bounded", async () => {
  const firm = await mintTenant();
  expect((await member(firm, "auditor")("/api/uploads", { size: 1 })).status).toBe(403);
  const asked = async (size: number) => (await member(firm, "front_desk")("/api/uploads", { size })).status;
  expect([await asked(0), await asked(1.5), await asked(50 * 1024 * 1024 + 1)]).toEqual([400, 400, 413]);
});
