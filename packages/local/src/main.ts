import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { channelsFromEnvironment } from "@frontdesk/core/message/channel/choose";
import { postThrough } from "@frontdesk/core/message/sender";
import { createApp } from "@frontdesk/functions/api/app";
import { identity } from "@frontdesk/functions/api/identity";
import { handleStream } from "@frontdesk/functions/stream/handler";
import { serve } from "@hono/node-server";
import { Clockwork } from "./clockwork";
import { addDev } from "./dev";
import { addFiles, forgetUploads } from "./files";
import { openData } from "./running";
import { StreamPump } from "./stream";
import { serveWeb } from "./web";

const port = Number(process.env.PORT ?? 3000);
const host = process.env.HOST ?? "127.0.0.1";
process.env.PUBLIC_URL ??= `http://localhost:${port}`;

/** The key that signs session cookies: made once and kept with the data. */
async function secret(folder: string): Promise<string> {
  const file = join(folder, "secret");
  if (!existsSync(file))
    await writeFile(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  return (await readFile(file, "utf8")).trim();
}

const data = await openData();
if (data.shared) {
  console.error(
    `Frontdesk is already running on ${data.folder}. Stop it first, or set FRONTDESK_DATA to another folder.`,
  );
  process.exit(1);
}
process.env.FRONTDESK_FILES ??= join(data.folder, "files");
await forgetUploads(process.env.FRONTDESK_FILES);
const { capture, ...channels } = channelsFromEnvironment({ ...process.env, FRONTDESK_DATA: data.folder });
const post = postThrough(channels);
const clockwork = new Clockwork(post);
const pump = new StreamPump(data.streamArn, join(data.folder, "stream.json"), async (records) => {
  clockwork.wake(records);
  await handleStream(records, post);
});
process.env.FRONTDESK_SECRET ??= await secret(data.folder);
const app = createApp({
  ...identity(process.env.FRONTDESK_SECRET),
  version: process.env.npm_package_version ?? "0.1.0",
});
addDev(app, post, capture);
addFiles(app);
serveWeb(app, resolve("web/dist"));

const server = serve({ fetch: app.fetch, port, hostname: host }, () => {
  pump.start();
  clockwork.start();
  console.log(`
  Frontdesk is running:  ${process.env.PUBLIC_URL}

  First: open it and sign your firm up. The mail that confirms your address does not
  leave this machine; it is at  ${process.env.PUBLIC_URL}/dev/messages
  Then import your houses and residents (samples/ holds files to try).
  Ctrl-C stops; "npm run demo" then fills a firm with a year of work.  Data: ${data.folder}
`);
});
server.once("error", async (error: NodeJS.ErrnoException) => {
  const taken = error.code === "EADDRINUSE";
  console.error(taken ? `Port ${port} is taken; set PORT to another.` : String(error));
  await data.close();
  process.exit(1);
});

let stopping = false;
async function stop() {
  if (stopping) return;
  stopping = true;
  const late = setTimeout(() => process.exit(1), 10_000);
  server.close();
  if ("closeIdleConnections" in server) server.closeIdleConnections();
  await clockwork.stop();
  await pump.stop();
  await capture?.close();
  await data.close();
  clearTimeout(late);
  process.exit(0);
}
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
