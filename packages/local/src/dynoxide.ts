import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { indexStream } from "./stream-index";

/** The embedded database while it runs. */
export type Database = { endpoint: string; process: ChildProcess; stop: () => Promise<void> };

/** The package that holds the binary for this machine. */
export const binaryPackage = () => `@dynoxide/${process.platform}-${process.arch}`;

/** The path of the embedded database's program. Throws a sentence saying what to do where there is none. */
export function binary(): string {
  const require = createRequire(import.meta.url);
  const name = process.platform === "win32" ? "dynoxide.exe" : "dynoxide";
  try {
    const folder = dirname(require.resolve(`${binaryPackage()}/package.json`));
    const path = [join(folder, name), join(folder, "bin", name)].find(existsSync);
    if (path) return path;
  } catch {
    // Falls through to the one message for both ways of missing.
  }
  throw new Error(
    `The embedded database has no binary for ${process.platform}-${process.arch}. ` +
      "Set DYNAMODB_ENDPOINT to a DynamoDB of your own (DynamoDB Local, for example).",
  );
}

/** A port nobody listens on at this moment. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

/** Starts the embedded DynamoDB on a file, made when it is not there, and waits until it answers. */
export async function startDatabase(file: string): Promise<Database> {
  if (!existsSync(file)) await makeFile(file);
  return serve(file);
}

/** A new database file with the indexes it lacks, made aside so that a half-made one is never taken for whole. */
async function makeFile(file: string) {
  const draft = `${file}.new`;
  await rm(draft, { force: true });
  const database = await serve(draft);
  await database.stop();
  await indexStream(draft);
  await rename(draft, file);
}

/** A folder for what is thrown away: in memory where the machine has a place for that. */
export const scratchFolder = () =>
  mkdtemp(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "frontdesk-"));

/** Starts a database on a file that goes with it. `fill` may put a ready-made file in its place first. */
export async function startScratchDatabase(fill?: (file: string) => Promise<void>): Promise<Database> {
  const folder = await scratchFolder();
  const file = join(folder, "scratch.db");
  await fill?.(file);
  const database = await startDatabase(file);
  return {
    ...database,
    stop: async () => {
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Ended with us however we end, short of being killed: a stop that took too long, an error nobody caught. */
const started = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of started) child.kill();
});

async function serve(file: string): Promise<Database> {
  const port = await freePort();
  const args = ["serve", "--host", "127.0.0.1", "--port", String(port), "--db-path", file];
  // A group of its own: Ctrl-C reaches us, and we end the database last.
  const child = spawn(binary(), args, { stdio: "ignore", detached: true });
  started.add(child);
  child.once("exit", () => started.delete(child));
  const endpoint = `http://127.0.0.1:${port}`;
  await answering(endpoint, child);
  return { endpoint, process: child, stop: () => stop(child) };
}

/** So long it may take on a machine that is busy with other things. */
const patienceMs = 30_000;

async function answering(endpoint: string, child: ChildProcess) {
  const deadline = performance.now() + patienceMs;
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The embedded database stopped with code ${child.exitCode}`);
    try {
      await fetch(endpoint, { method: "POST", signal: AbortSignal.timeout(1_000) });
      return;
    } catch {
      await sleep(25);
    }
  }
  throw new Error("The embedded database does not answer");
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), 3_000);
  await ended;
  clearTimeout(late);
}
