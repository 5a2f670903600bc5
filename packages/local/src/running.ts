import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createTable } from "./create-table";
import { startDatabase } from "./dynoxide";
import { keepDropping } from "./expiry";
import { giveSignOfLife, livesBy, type SignOfLife } from "./sign-of-life";

/** Where everything of the one-machine run is kept: `FRONTDESK_DATA`, or `.data` here. */
export const dataFolder = () => resolve(process.env.FRONTDESK_DATA ?? ".data");

/** Whether a table in AWS is asked for: looked at with the rights of whoever is signed in, without a database of ours. */
export function isInAws(): boolean {
  const { FRONTDESK_TABLE, AWS_REGION, DYNAMODB_ENDPOINT } = process.env;
  return Boolean(FRONTDESK_TABLE && AWS_REGION && !DYNAMODB_ENDPOINT);
}

export type OpenData = {
  folder: string;
  streamArn: string;
  /** Whether a running Frontdesk owns the database (and feeds the stream). */
  shared: boolean;
  close: () => Promise<void>;
};

/** Who runs on a data folder: the database's address and process, and the sign of life of who started it. */
type Note = { endpoint: string; database: number; owner: SignOfLife };

const noteFile = (folder: string) => join(folder, "running.json");

async function readNote(folder: string): Promise<Note | undefined> {
  try {
    return JSON.parse(await readFile(noteFile(folder), "utf8")) as Note;
  } catch {
    return undefined;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const answers = (endpoint: string) =>
  fetch(endpoint, { method: "POST", signal: AbortSignal.timeout(1_000) }).then(
    () => true,
    () => false,
  );

/**
 * Opens the data folder's database: the one a running Frontdesk has open, or a fresh process on the same file. A
 * database whose owner was killed is ended first. With `DYNAMODB_ENDPOINT` set it is that one and nothing is started.
 */
export async function openData(): Promise<OpenData> {
  const folder = dataFolder();
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (process.env.DYNAMODB_ENDPOINT)
    return { folder, streamArn: await createTable(), shared: false, close: async () => {} };
  const note = await readNote(folder);
  const open = note !== undefined && alive(note.database) && (await answers(note.endpoint));
  if (open && (await livesBy(note.owner))) {
    process.env.DYNAMODB_ENDPOINT = note.endpoint;
    return { folder, streamArn: await createTable(), shared: true, close: async () => {} };
  }
  if (open) await end(note.database);
  return start(folder);
}

async function start(folder: string): Promise<OpenData> {
  const database = await startDatabase(join(folder, "frontdesk.db"));
  process.env.DYNAMODB_ENDPOINT = database.endpoint;
  const owner = await giveSignOfLife();
  const note: Note = { endpoint: database.endpoint, database: database.process.pid ?? 0, owner };
  await writeFile(noteFile(folder), JSON.stringify(note));
  let closing = false;
  database.process.once("exit", (code, signal) => {
    if (closing) return;
    console.error(
      `The embedded database stopped (${signal ?? code}); stopping too. Start again: nothing is lost.`,
    );
    process.exit(1);
  });
  const streamArn = await createTable();
  const expiry = keepDropping();
  const close = async () => {
    closing = true;
    await expiry.stop();
    await database.stop();
    await rm(noteFile(folder), { force: true });
  };
  return { folder, streamArn, shared: false, close };
}

async function end(pid: number) {
  process.kill(pid, "SIGTERM");
  for (let tried = 0; tried < 100 && alive(pid); tried++) await sleep(30);
  if (alive(pid)) process.kill(pid, "SIGKILL");
}
