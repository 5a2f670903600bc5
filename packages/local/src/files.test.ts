import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { storage } from "@frontdesk/core/attachment/storage";
import { Hono } from "hono";
import { beforeAll, expect, it } from "vitest";
import { addFiles } from "./files";

const app = new Hono();
const bytes = Uint8Array.from({ length: 5_000_000 }, (_, i) => i % 251);
let url: string;
beforeAll(async () => {
  process.env.FRONTDESK_FILES = await mkdtemp(join(tmpdir(), "frontdesk-shown-"));
  addFiles(app);
  await storage().put("ten_1/att_1", bytes);
  url = await storage().link("ten_1/att_1", { contentType: "video/mp4", fileName: "att_1.mp4" });
});
const ask = (address: string, range?: string) => app.request(address, { headers: range ? { range } : {} });
const bodyOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer());

it("shows a file to whoever has its link, as what it is and as nothing that could run", async () => {
  const answer = await ask(url);
  expect(answer.status).toBe(200);
  expect((await bodyOf(answer)).equals(bytes)).toBe(true);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    "content-type": "video/mp4",
    "content-security-policy": expect.stringContaining("sandbox"),
    "x-content-type-options": "nosniff",
  });
  expect((await ask(url.replace("att_1&", "att_2&"))).status).toBe(403);
  expect((await ask("/files")).status).toBe(403);
});

it("plays it in parts, as players ask for them", async () => {
  const part = async (range: string) => {
    const answer = await ask(url, range);
    return [answer.status, answer.headers.get("content-range"), (await bodyOf(answer)).length];
  };
  expect(await part("bytes=0-1")).toEqual([206, "bytes 0-1/5000000", 2]);
  expect(await part("bytes=0-")).toEqual([206, "bytes 0-2097151/5000000", 2_097_152]);
  expect(await part("bytes=4999990-")).toEqual([206, "bytes 4999990-4999999/5000000", 10]);
  expect(await part("bytes=5000000-")).toEqual([416, "bytes */5000000", 0]);
  expect([...(await bodyOf(await ask(url, "bytes=100-109")))]).toEqual([...bytes.subarray(100, 110)]);
});
