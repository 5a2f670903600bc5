import { createHash, createHmac } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getSigningKey } from "@smithy/signature-v4";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { asIfAt, isoNow, plus } from "../clock";
import { bucketStorage } from "./bucket";
import { diskStorage } from "./disk";
import type { Storage } from "./storage";

const key = "ten_01/att_01";
let folder: string;
/** What lies in the bucket, and who put or asked for it. */
const objects = new Map<string, Uint8Array>();
const signers: string[] = [];

async function s3(url: string, { method, headers, body }: RequestInit): Promise<Response> {
  if (url.startsWith("https://sts.")) {
    const tenant = new URLSearchParams(String(body)).get("Tags.member.1.Value");
    const end = new Date(Date.now() + 3_600_000).toISOString();
    return new Response(
      `<AccessKeyId>ASIA_${tenant}</AccessKeyId><SecretAccessKey>key of ${tenant}</SecretAccessKey>` +
        `<SessionToken>token</SessionToken><Expiration>${end}</Expiration>`,
    );
  }
  expect(url).toMatch(/^https:\/\/files\.s3\.eu-central-1\.amazonaws\.com\//);
  signers.push(/Credential=([^/]+)\//.exec(new Headers(headers).get("authorization") ?? "")?.[1] ?? "nobody");
  const path = new URL(url).pathname.slice(1);
  const source = new Headers(headers).get("x-amz-copy-source")?.replace("/files/", "");
  if (method === "PUT")
    objects.set(path, source ? (objects.get(source) ?? new Uint8Array()) : new Uint8Array(body as Buffer));
  if (method === "DELETE") objects.delete(path);
  if (method !== "GET") return new Response(null, { status: 204 });
  const found = objects.get(path);
  const [, from = "0", to = "0"] = /bytes=(\d+)-(\d+)/.exec(new Headers(headers).get("range") ?? "") ?? [];
  if (found && to !== "0")
    return new Response(Buffer.from(found.subarray(Number(from), Number(to) + 1)), {
      ...{ status: 206, headers: { "content-range": `bytes ${from}-${to}/${found.length}` } },
    });
  return found
    ? new Response(Buffer.from(found))
    : new Response("<Code>AccessDenied</Code>", { status: 403 });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "frontdesk-storage-"));
});
afterAll(() => rm(folder, { recursive: true }));
beforeEach(() => {
  vi.stubEnv("AWS_REGION", "eu-central-1");
  vi.stubEnv("AWS_ACCESS_KEY_ID", "AKIA");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "own");
  vi.stubEnv("FRONTDESK_TENANT_ROLE", "arn:aws:iam::1:role/tenant");
  vi.stubGlobal("fetch", s3);
  signers.splice(0);
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});

describe.each<[string, () => Storage]>([
  ["on one machine", () => diskStorage(folder)],
  ["in the cloud", () => bucketStorage("files")],
])("files %s", (_, open) => {
  it("come back as they went in, and are gone once removed", async () => {
    const storage = open();
    const bytes = new Uint8Array([0, 1, 254, 255]);
    await storage.put(key, bytes);
    expect(new Uint8Array((await storage.get(key)) ?? [])).toEqual(bytes);
    await storage.remove(key);
    expect(await storage.get(key)).toBeUndefined();
    await storage.remove(key);
  });

  it("are read in parts, and copied where they lie", async () => {
    const storage = open();
    await storage.put(
      key,
      Uint8Array.from({ length: 100 }, (_, i) => i),
    );
    const part = await storage.part(key, 90, 10);
    expect([[...(part?.bytes ?? [])], part?.size]).toEqual([[90, 91, 92, 93, 94, 95, 96, 97, 98, 99], 100]);
    await storage.copy(key, "ten_01/att_02");
    expect((await storage.part("ten_01/att_02", 0, 100))?.bytes).toHaveLength(100);
    expect(await storage.part("ten_01/att_03", 0, 100)).toBeUndefined();
  });
});

describe("a link", () => {
  const shown = { contentType: "video/mp4", fileName: "att_01.mp4" };

  it.each([shown, { contentType: "application/pdf", fileName: "月报 (1)'*!.pdf", saved: true }])(
    "in the cloud says how %o is taken, signed as S3 reads it",
    async (as) => {
      const link = new URL(await bucketStorage("files").link("ten_a/att_1", as));
      expect(link.search).not.toMatch(/[!'()*]/);
      expect(link.searchParams.get("response-content-disposition")).toBe(
        as === shown
          ? 'inline; filename="att_01.mp4"'
          : "attachment; filename*=UTF-8''%E6%9C%88%E6%8A%A5%20(1)'*!.pdf",
      );
    },
  );

  it("on one machine shows what it names, as what it says, for five minutes", async () => {
    const disk = diskStorage(folder);
    const fields = Object.fromEntries(new URL(await disk.link(key, shown), "http://x").searchParams);
    expect(disk.shown(fields)).toEqual({ key, ...shown, saved: false });
    const changes = { key: "ten_02/att_01", type: "text/html", expires: "9999999999999", saved: "yes" };
    for (const [name, value] of Object.entries(changes))
      expect(() => disk.shown({ ...fields, [name]: value })).toThrow("not do this");
    const { fields: form } = await disk.postForm(key, 10);
    expect(() => disk.shown(form)).toThrow("not do this");
    asIfAt(plus(isoNow(), { minutes: 6 }), () => expect(() => disk.shown(fields)).toThrow("not do this"));
  });

  it("in the cloud is signed with the rights of its tenant, over all it says", async () => {
    const url = new URL(await bucketStorage("files").link("ten_a/att_1", shown));
    const asked = url.searchParams;
    expect(asked.get("X-Amz-Expires")).toBe("300");
    expect(asked.get("response-content-type")).toBe("video/mp4");
    expect(asked.get("X-Amz-Credential")).toMatch(/^ASIA_ten_a\/\d{8}\/eu-central-1\/s3\/aws4_request$/);
    const signature = asked.get("X-Amz-Signature");
    const query = url.search
      .slice(1)
      .split("&")
      .filter((pair) => !pair.startsWith("X-Amz-Signature="))
      .sort();
    const request = [
      "GET",
      url.pathname,
      query.join("&"),
      `host:${url.host}`,
      "",
      "host",
      "UNSIGNED-PAYLOAD",
    ].join("\n");
    const [access = "", day = "", ...scope] = (asked.get("X-Amz-Credential") ?? "").split("/");
    const digest = createHash("sha256").update(request).digest("hex");
    const text = ["AWS4-HMAC-SHA256", asked.get("X-Amz-Date"), [day, ...scope].join("/"), digest].join("\n");
    const hmac = (by: string | Buffer, said: string) => createHmac("sha256", by).update(said).digest();
    const keyOf = [day, ...scope].reduce<string | Buffer>(hmac, "AWS4key of ten_a");
    expect(access).toBe("ASIA_ten_a");
    expect(hmac(keyOf, text).toString("hex")).toBe(signature);
  });
});

describe("a file in the bucket", () => {
  it("is put and asked for with the rights of its own tenant", async () => {
    const storage = bucketStorage("files");
    await storage.put("ten_a/att_1", new Uint8Array(1));
    await storage.get("ten_b/att_1");
    await storage.get("uploads/ten_c/mem_1/upl_1");
    expect(signers).toEqual(["ASIA_ten_a", "ASIA_ten_b", "ASIA_ten_c"]);
  });

  it("may be posted under its key alone, within its size, for a quarter of an hour", async () => {
    const now = "2026-11-21T02:03:04.000Z";
    const form = await asIfAt(now, () => bucketStorage("files").postForm("uploads/ten_a/mem_1/upl_1", 5_000));
    expect(form.url).toBe("https://files.s3.eu-central-1.amazonaws.com/");
    const policy = JSON.parse(Buffer.from(form.fields.policy ?? "", "base64").toString());
    expect(policy.expiration).toBe("2026-11-21T02:18:04.000Z");
    expect(policy.conditions).toContainEqual({ bucket: "files" });
    expect(policy.conditions).toContainEqual(["content-length-range", 1, 5_000]);
    expect(policy.conditions).toContainEqual({ key: "uploads/ten_a/mem_1/upl_1" });
    expect(policy.conditions).toContainEqual({ "x-amz-security-token": "token" });
    // By the SDK's own way to the signing key.
    const secret = { accessKeyId: "", secretAccessKey: "key of ten_a" };
    const sha256 = class {
      private readonly hash;
      constructor(by?: string | Uint8Array) {
        this.hash = by === undefined ? createHash("sha256") : createHmac("sha256", by);
      }
      update(data: string | Uint8Array) {
        this.hash.update(data);
      }
      digest = async () => new Uint8Array(this.hash.digest());
      reset() {}
    };
    const signingKey = await getSigningKey(sha256 as never, secret, "20261121", "eu-central-1", "s3");
    const signature = createHmac("sha256", signingKey)
      .update(form.fields.policy ?? "")
      .digest("hex");
    expect(form.fields["x-amz-signature"]).toBe(signature);
  });
});

describe("a form of one machine", () => {
  const disk = () => diskStorage(folder);

  it("takes the file it was given out for, and no larger, later or other one", async () => {
    const storage = disk();
    const { fields, url } = await storage.postForm("uploads/ten_a/mem_1/upl_1", 3);
    expect(url).toBe("/files");
    await storage.take(fields, new Uint8Array(3));
    expect((await storage.get("uploads/ten_a/mem_1/upl_1"))?.length).toBe(3);
    await expect(storage.take(fields, new Uint8Array(4))).rejects.toMatchObject({ code: "too_large" });
    await expect(storage.take(fields, new Uint8Array(0))).rejects.toMatchObject({ code: "too_large" });
    const forgeries: Record<string, string>[] = [
      { key: "ten_b/att_1" },
      { most: "9" },
      { expires: "9999999999999" },
      { signature: "" },
    ];
    for (const forged of forgeries)
      await expect(storage.take({ ...fields, ...forged }, new Uint8Array(3))).rejects.toMatchObject({
        code: "forbidden",
      });
    const later = plus(isoNow(), { minutes: 16 });
    await expect(asIfAt(later, () => storage.take(fields, new Uint8Array(3)))).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(disk().take(fields, new Uint8Array(3))).rejects.toMatchObject({ code: "forbidden" });
  });

  it("names no place outside of its folder", async () => {
    for (const outside of ["../x/y", "a/../../b", "/etc/passwd", "a", "a//b"])
      await expect(disk().put(outside, new Uint8Array(1))).rejects.toThrow("Not a storage key");
  });
});
