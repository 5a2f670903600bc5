import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../context";
import { ownDatabase } from "../testing/own-database";
import { mintTenant } from "../testing/tenant";
import { addPhoto, addSmall, eraseRemoved, getAttachment, removeAttachment } from "./index";
import { jpeg, webm } from "./media.testing";
import { smallLimit } from "./small";
import { storage } from "./storage";

// The sweep that erases files would find those of other tests, which lie elsewhere.
ownDatabase();
let firm: Awaited<ReturnType<typeof mintTenant>>;
let sender: ReturnType<typeof firm.member>;
beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-small-"));
  firm = await mintTenant();
  sender = firm.member("technician");
});
const photo = async () =>
  (await withActor(sender, () => addPhoto({ projectId: firm.projectId, file: jpeg() }))).attachmentId;
const add = (attachmentId: string, file: Uint8Array = jpeg(), by = sender) =>
  withActor(by, () => addSmall({ attachmentId, file }));
const view = (attachmentId: string) => firm.as("front_desk", () => getAttachment({ attachmentId }));
const lying = (attachmentId: string) => storage().get(`${firm.tenantId}/${attachmentId}-small`);

describe("a photo's small picture", () => {
  it("is shown beside the photo, which is shown without one, too", async () => {
    const attachmentId = await photo();
    expect((await view(attachmentId)).smallUrl).toBeUndefined();
    await add(attachmentId);
    const { url, smallUrl } = await view(attachmentId);
    expect(url).toContain("/files?");
    expect(smallUrl).toContain(`${attachmentId}-small`);
    expect(await lying(attachmentId)).toEqual(jpeg());
  });

  it("is taken once, and from who sent the photo", async () => {
    const attachmentId = await photo();
    const other = firm.member("front_desk");
    await expect(add(attachmentId, jpeg(), other)).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = { ...sender, projectIds: [] };
    await expect(add(attachmentId, jpeg(), elsewhere)).rejects.toMatchObject({ code: "not_found" });
    const stranger = (await mintTenant()).member("technician");
    await expect(add(attachmentId, jpeg(), stranger)).rejects.toMatchObject({ code: "not_found" });
    await add(attachmentId);
    await expect(add(attachmentId)).rejects.toMatchObject({ code: "conflict" });
  });

  it("is a whole JPEG of few bytes: anything else is refused, and the photo stays as it is", async () => {
    const attachmentId = await photo();
    const long = Buffer.concat([jpeg(), Buffer.alloc(smallLimit)]);
    await expect(add(attachmentId, long)).rejects.toMatchObject({ code: "too_large" });
    const program = Buffer.from("MZ\x90\x00 a program");
    for (const file of [program, webm("V_VP9"), jpeg().subarray(0, jpeg().length - 2), Buffer.alloc(0)])
      await expect(add(attachmentId, file)).rejects.toMatchObject({ code: "bad_request", field: "file" });
    expect((await view(attachmentId)).url).toBeDefined();
  });

  it("is taken away with the photo, and erased with it", async () => {
    const attachmentId = await photo();
    await add(attachmentId);
    await firm.as("front_desk", () => removeAttachment({ attachmentId, reason: "拍到了别人" }));
    expect((await view(attachmentId)).smallUrl).toBeUndefined();
    await eraseRemoved();
    expect(await lying(attachmentId)).toBeUndefined();
    await expect(add(attachmentId)).rejects.toMatchObject({ code: "conflict" });
  });
});
