import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { listAudit } from "../audit/index";
import { withActor } from "../context";
import { mintTenant } from "../testing/tenant";
import { addPhoto, eraseRemoved, getAttachment, getPhoto, removeAttachment, takeAttachment } from "./index";
import { kinds } from "./kinds";
import { jpeg, mp3, mp4, ogg, wav, webm } from "./media.testing";
import { diskInUse, storage } from "./storage";
import { startUpload } from "./upload";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
let firm: Awaited<ReturnType<typeof mintTenant>>;
let technician: ReturnType<typeof firm.member>;
beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-take-"));
  firm = await mintTenant();
  technician = firm.member("technician");
});

/** Hands a file over as a phone does, then asks for it to be taken. */
const take = (file: Buffer, by = technician, projectId = firm.projectId) =>
  withActor(by, async () => {
    const { uploadId, fields } = await startUpload({ size: Math.min(file.length, kinds.video.most) });
    await diskInUse()?.take(fields, file);
    return takeAttachment({ projectId, upload: uploadId });
  });
const view = (attachmentId: string) => firm.as("front_desk", () => getAttachment({ attachmentId }));

describe("a file that was handed over", () => {
  it.each([
    ["image/png", "photo", png],
    ["image/jpeg", "photo", jpeg()],
    ["video/mp4", "video", mp4()],
    ["video/quicktime", "video", mp4("qt  ")],
    ["video/webm", "video", webm("V_VP9")],
    ["audio/webm", "recording", webm("A_OPUS")],
    ["audio/mp4", "recording", mp4("M4A ")],
    ["audio/mpeg", "recording", mp3()],
    ["audio/wav", "recording", wav()],
    ["audio/ogg", "recording", ogg()],
  ] as const)(
    "is told to be %s by its content, and lies where it is looked for",
    async (contentType, kind, file) => {
      const { attachmentId, size } = await take(file);
      expect(size).toBe(file.length);
      expect(await storage().get(`${firm.tenantId}/${attachmentId}`)).toEqual(file);
      expect(await view(attachmentId)).toMatchObject({
        kind,
        contentType,
        url: expect.stringContaining("/files?"),
      });
    },
  );

  it.each([
    ["a program with a photo's name", Buffer.from("MZ\x90\0 a program"), "Only photos"],
    ["a page", Buffer.from("<html><script>alert(1)</script>"), "Only photos"],
    [
      "a drawing with a script",
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"),
      "Only photos",
    ],
    ["an archive", Buffer.concat([Buffer.from("504b0304", "hex"), Buffer.alloc(60)]), "Only photos"],
    ["a photo that broke off", jpeg(Buffer.alloc(0)), "broken"],
    ["a picture that broke off", png.subarray(0, 40), "broken"],
    ["a film that broke off", mp4().subarray(0, -20), "broken"],
    ["a film without its description", mp4().subarray(0, -116), "broken"],
  ])("that is %s is refused with the reason", async (_, file, reason) => {
    await expect(take(Buffer.from(file))).rejects.toMatchObject({
      code: "bad_request",
      message: expect.stringContaining(reason),
    });
  });

  it("may have as much as its kind and not a byte more", async () => {
    const film = (size: number) => mp4("isom", size - mp4("isom", 0).length);
    await expect(take(film(kinds.video.most))).resolves.toMatchObject({ size: kinds.video.most });
    const photo = Buffer.concat([png, Buffer.alloc(kinds.photo.most + 1 - png.length)]);
    await expect(take(photo)).rejects.toMatchObject({
      code: "too_large",
      message: "A photo may have at most 10 MB",
    });
    const sound = Buffer.concat([wav(), Buffer.alloc(kinds.recording.most)]);
    await expect(take(sound)).rejects.toMatchObject({
      code: "too_large",
      message: "A recording may have at most 20 MB",
    });
    await expect(take(film(kinds.video.most + 1))).rejects.toMatchObject({ code: "too_large" });
    const large = withActor(technician, () => startUpload({ size: 200 * 1024 * 1024 }));
    await expect(large).rejects.toMatchObject({
      code: "too_large",
      message: "A file may have at most 50 MB",
    });
  }, 60_000);

  it("is nobody's who did not send it, and goes into no project out of reach", async () => {
    const uploadId = await withActor(technician, async () => {
      const { uploadId, fields } = await startUpload({ size: png.length });
      await diskInUse()?.take(fields, png);
      return uploadId;
    });
    const other = await mintTenant();
    const asking = (by: typeof technician, projectId: string) =>
      withActor(by, () => takeAttachment({ projectId, upload: uploadId }));
    const missing = { code: "not_found" };
    await expect(asking(firm.member("technician"), firm.projectId)).rejects.toMatchObject(missing);
    await expect(asking(other.member("technician"), other.projectId)).rejects.toMatchObject(missing);
    await expect(asking(technician, other.projectId)).rejects.toMatchObject({ code: "not_found" });
    await expect(asking(technician, firm.projectId)).resolves.toMatchObject({ size: png.length });
  });
});

describe("an attachment that is removed", () => {
  it("leaves who did it, when and why, and nothing to see", async () => {
    const { attachmentId } = await take(mp4());
    const remove = (reason: string) =>
      firm.as("front_desk", () => removeAttachment({ attachmentId, reason }));
    await remove("拍到了邻居");
    const lies = () => storage().get(`${firm.tenantId}/${attachmentId}`);
    expect(await lies()).toBeDefined();
    await eraseRemoved();
    expect(await lies()).toBeUndefined();
    const left = await view(attachmentId);
    expect(left).toMatchObject({
      removed: { byName: "front_desk", reason: "拍到了邻居", at: expect.any(String) },
    });
    expect(left.url).toBeUndefined();
    expect(left.removed?.erasedAt).toBeDefined();
    await eraseRemoved();
    expect(await view(attachmentId)).toEqual(left);
    await expect(remove("再来一次")).rejects.toMatchObject({ code: "conflict" });
    await expect(firm.as("front_desk", () => getPhoto({ attachmentId }))).rejects.toMatchObject({
      code: "not_found",
    });
    const { items } = await firm.as("headquarters", () => listAudit({ subjectId: attachmentId }));
    expect(items.map(({ verb, detail }) => [verb, detail])).toContainEqual([
      "attachment.remove",
      "拍到了邻居",
    ]);
  });

  it("is removed by those who give out work, in their projects, and by nobody else", async () => {
    const { attachmentId } = await firm.as("technician", () =>
      addPhoto({ projectId: firm.projectId, file: png }),
    );
    const remove = (by: typeof technician) =>
      withActor(by, () => removeAttachment({ attachmentId, reason: "弄错了" }));
    for (const role of ["technician", "area_manager", "finance", "auditor"] as const)
      await expect(remove(firm.member(role))).rejects.toMatchObject({ code: "forbidden" });
    await expect(remove(firm.member("front_desk", []))).rejects.toMatchObject({ code: "not_found" });
    const other = await mintTenant();
    await expect(remove(other.member("headquarters"))).rejects.toMatchObject({ code: "not_found" });
    await expect(remove(firm.member("project_manager", [firm.projectId]))).resolves.toMatchObject({
      removed: { reason: "弄错了" },
    });
  });
});
