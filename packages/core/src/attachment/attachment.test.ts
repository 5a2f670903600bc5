import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { withActor } from "../context";
import { mintTenant } from "../testing/tenant";
import { addPhoto, getPhoto, photoLimit } from "./index";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
let firm: Awaited<ReturnType<typeof mintTenant>>;
beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-files-"));
  firm = await mintTenant();
});
const add = (file: Uint8Array) => firm.as("technician", () => addPhoto({ projectId: firm.projectId, file }));

describe("photos", () => {
  it("come back as they went in", async () => {
    const { attachmentId, contentType } = await add(png);
    const photo = await firm.as("front_desk", () => getPhoto({ attachmentId }));
    expect(contentType).toBe("image/png");
    expect(Buffer.from(photo.bytes)).toEqual(png);
  });

  it("are told by their content", async () => {
    await expect(add(Buffer.from("MZ\x90\x00 not a photo, a program"))).rejects.toMatchObject({
      field: "file",
    });
    await expect(add(Buffer.from("<svg onload=alert(1)>"))).rejects.toMatchObject({ code: "bad_request" });
    await expect(add(Buffer.alloc(0))).rejects.toMatchObject({ code: "bad_request" });
    await expect(add(Buffer.alloc(photoLimit + 1))).rejects.toMatchObject({ code: "too_large" });
  });

  it("are for those who work in the project alone", async () => {
    const { attachmentId } = await add(png);
    const elsewhere = firm.member("technician", []);
    await expect(withActor(elsewhere, () => getPhoto({ attachmentId }))).rejects.toMatchObject({
      code: "not_found",
    });
    const other = await mintTenant();
    await expect(other.as("headquarters", () => getPhoto({ attachmentId }))).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
