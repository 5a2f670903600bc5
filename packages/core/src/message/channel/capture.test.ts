import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asIfAt } from "../../clock";
import { Capture } from "./capture";
import { ChannelUnreachable } from "./channel";
import { aMail, anSms, failureOf } from "./testing";

let directory: string;
let opened: Capture[];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "frontdesk-capture-"));
  opened = [];
});
afterEach(async () => {
  for (const capture of opened) await capture.close();
  await rm(directory, { recursive: true, force: true });
});

const open = (at = directory) => {
  const capture = new Capture(at);
  opened.push(capture);
  return capture;
};
const path = () => join(directory, "messages.jsonl");
const ids = async (capture: Capture, limit?: number, cursor?: string) =>
  (await capture.list({ limit, cursor })).messages.map(({ id }) => id);

test("keeps a message whole, with the instant it was taken", async () => {
  const capture = open();
  const headers = { "List-Unsubscribe": "<https://a.example>" };
  const mail = aMail({ text: "两行\n和“引号”\u2028", headers });
  const receipt = await asIfAt("2026-11-21T04:00:00Z", () => capture.send(mail));
  expect(receipt).toEqual({ status: "sent", reference: mail.id });
  expect((await capture.list()).messages).toEqual([{ ...mail, at: "2026-11-21T04:00:00.000Z" }]);
});

test("is found by its id, others are absent, also after a new start", async () => {
  await open().send(anSms({ id: "msg_1" }));
  const again = open();
  expect(await again.lookup("msg_1")).toBe("sent");
  expect(await again.lookup("msg_2")).toBe("absent");
  expect(await again.lookup("__proto__")).toBe("absent");
});

test("one id is kept once: one after the other, at the same time, after a new start", async () => {
  const capture = open();
  const message = anSms({ id: "msg_1" });
  await Promise.all(Array.from({ length: 20 }, () => capture.send(message)));
  await capture.send({ ...message, text: "again" });
  await open().send(message);
  expect((await readFile(path(), "utf8")).trimEnd().split("\n")).toHaveLength(1);
  expect(await ids(open())).toEqual(["msg_1"]);
});

test("pages newest first, and a page stays itself while new ones arrive", async () => {
  const capture = open();
  for (let n = 1; n <= 7; n++) await capture.send(anSms({ id: `msg_${n}` }));
  const first = await capture.list({ limit: 3 });
  expect(first.messages.map(({ id }) => id)).toEqual(["msg_7", "msg_6", "msg_5"]);
  await capture.send(anSms({ id: "msg_8" }));
  const second = await capture.list({ limit: 3, cursor: first.cursor });
  expect(second.messages.map(({ id }) => id)).toEqual(["msg_4", "msg_3", "msg_2"]);
  const third = await capture.list({ limit: 3, cursor: second.cursor });
  expect(third).toEqual({ messages: [expect.objectContaining({ id: "msg_1" })] });
  expect(await ids(capture, 2, "nonsense")).toEqual([]);
  expect(await ids(capture, 2, "-4")).toEqual([]);
});

test("nothing sent yet: an empty list", async () => {
  expect(await open().list()).toEqual({ messages: [] });
});

test("what another process appends is seen", async () => {
  const reader = open();
  expect(await ids(reader)).toEqual([]);
  await open().send(anSms({ id: "msg_1" }));
  expect(await ids(reader)).toEqual(["msg_1"]);
});

test("a thousand at once are all there, and only their owner may read them", async () => {
  const capture = open();
  const many = Array.from({ length: 1_000 }, (_, n) => anSms({ id: `msg_${n}` }));
  await Promise.all(many.map((message) => capture.send(message)));
  expect(await ids(open(), 2_000)).toHaveLength(1_000);
  if (process.platform !== "win32") expect((await stat(path())).mode & 0o777).toBe(0o600);
});

describe("a writer that was killed", () => {
  const line = (id: string) => JSON.stringify({ ...anSms({ id }), at: "2026-11-21T04:00:00.000Z" });

  test.each([
    ["in the middle of a line", (whole: string) => whole.slice(0, 40)],
    [
      "in the middle of a character",
      (whole: string) => Buffer.from(whole).subarray(0, Buffer.from(whole).indexOf("验") + 1),
    ],
    ["just before the end of the line", (whole: string) => whole],
  ])("%s loses nothing else, and its message can be sent again", async (_, torn) => {
    await writeFile(path(), `${line("msg_1")}\n`);
    await appendFile(path(), torn(line("msg_2")));
    const capture = open();
    expect(await ids(capture)).toEqual(["msg_1"]);
    expect(await capture.lookup("msg_2")).toBe("absent");
    await capture.send(anSms({ id: "msg_2" }));
    await capture.send(anSms({ id: "msg_3" }));
    expect(await ids(capture)).toEqual(["msg_3", "msg_2", "msg_1"]);
    expect(await ids(open())).toEqual(["msg_3", "msg_2", "msg_1"]);
  });

  test("kill -9 while writing: every acknowledged message is there", { timeout: 60_000 }, async () => {
    const script = fileURLToPath(new URL("./capture.testing.ts", import.meta.url));
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, ["--import", "tsx", script, directory, `r${round}`], {
        stdio: ["ignore", "pipe", "inherit"],
      });
      let told = "";
      child.stdout.on("data", (chunk: Buffer) => {
        told += chunk.toString();
        if (told.split("\n").length > 40 + round * 17) child.kill("SIGKILL");
      });
      const [, signal] = await once(child, "close");
      expect(signal).toBe("SIGKILL");
      const acknowledged = told.split("\n").slice(0, -1);
      expect(acknowledged.length).toBeGreaterThan(30);
      const kept = new Set(await ids(open(), 100_000));
      expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    }
  });
});

test("a directory that cannot be made: unreachable, and again possible once it can", async () => {
  await writeFile(join(directory, "file"), "");
  const capture = open(join(directory, "file", "below"));
  expect(await failureOf(capture.send(anSms()))).toBeInstanceOf(ChannelUnreachable);
  await rm(join(directory, "file"));
  expect((await capture.send(anSms())).status).toBe("sent");
});
