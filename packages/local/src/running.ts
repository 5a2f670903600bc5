import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { createTable } from "./create-table";
import { startDatabase } from "./dynoxide";

/** Where everything of the one-machine run is kept: `FRONTDESK_DATA`, or `.data` here. */
export const dataFolder = () => resolve(process.env.FRONTDESK_DATA ?? ".data");

export type OpenData = {
  folder: string;
  streamArn: string;
  /** Whether a running Frontdesk owns the database (and feeds the stream). */
  shared: boolean;
  close: () => Promise<void>;
};

const noteFile = (folder: string) => join(folder, "running.json");

async function runningEndpoint(folder: string): Promise<string | undefined> {
  try {
    const { endpoint } = JSON.parse(await readFile(noteFile(folder), "utf8")) as { endpoint: string };
    await fetch(endpoint, { method: "POST", signal: AbortSignal.timeout(500) });
    return endpoint;
  } catch {
    return undefined;
  }
}

/**
 * Opens the data folder's database: the one that is running, or a fresh process on the same file. With
 * `DYNAMODB_ENDPOINT` set it is that database and nothing is started.
 */
export async function openData(): Promise<OpenData> {
  const folder = dataFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (process.env.DYNAMODB_ENDPOINT)
    return { folder, streamArn: await createTable(), shared: false, close: async () => {} };
  const running = await runningEndpoint(folder);
  if (running) {
    process.env.DYNAMODB_ENDPOINT = running;
    return { folder, streamArn: await createTable(), shared: true, close: async () => {} };
  }
  const database = await startDatabase(join(folder, "frontdesk.db"));
  process.env.DYNAMODB_ENDPOINT = database.endpoint;
  await writeFile(
    noteFile(folder),
    JSON.stringify({ endpoint: database.endpoint, pid: database.process.pid }),
  );
  const close = async () => {
    await database.stop();
    await rm(noteFile(folder), { force: true });
  };
  database.process.once("exit", (code) => {
    if (code) console.error(`The embedded database stopped with code ${code}`);
  });
  return { folder, streamArn: await createTable(), shared: false, close };
}
