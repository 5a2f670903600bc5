import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sendableHours } from "../packages/core/src/message/channel/quiet";
import { freePort } from "../packages/local/src/dynoxide";

export type Sent = { kind: "sms" | "mail"; to: string; subject?: string; text: string };

/** Ten o'clock tomorrow in Shanghai. */
const nextMorning = () => new Date(new Date(Date.now() + 86_400_000).setUTCHours(2, 0, 0, 0));

/** Whether an SMS in Shanghai that is not urgent waits for the morning. */
const isNight = () => {
  const hour = (new Date().getUTCHours() + 8) % 24;
  return hour < sendableHours.from || hour >= sendableHours.to;
};

/** So long a start or a message may take on a machine that has a whole suite to run. */
const patienceMs = 240_000;

/** A data folder of a test's own. */
export const newFolder = () => mkdtemp(join(tmpdir(), "frontdesk-data-"));

/** `npm start`, once everything is installed and built; or another of the commands on the same data. */
export function run(folder: string, port: number, program = "main"): ChildProcess {
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), FRONTDESK_DATA: folder };
  for (const name of ["DYNAMODB_ENDPOINT", "FRONTDESK_TABLE", "FRONTDESK_FILES", "PUBLIC_URL"])
    delete env[name];
  return spawn(process.execPath, [`dist/local/${program}.mjs`], { env, stdio: ["ignore", "pipe", "pipe"] });
}

/** What a process said until it ended, and with which code. */
export async function ending(child: ChildProcess): Promise<{ code: number | null; said: string }> {
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  if (child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once("close", resolve));
  return { code: child.exitCode, said };
}

/** Frontdesk as `npm start` runs it, on a port and a data folder that are a test's own. */
export class Service {
  private constructor(
    readonly url: string,
    readonly folder: string,
    readonly child: ChildProcess,
  ) {}

  static async start(at?: string): Promise<Service> {
    const [folder, port] = [at ?? (await newFolder()), await freePort()];
    const child = run(folder, port);
    child.stderr?.pipe(process.stderr);
    const service = new Service(`http://localhost:${port}`, folder, child);
    await service.answers();
    return service;
  }

  /** The newest message to somebody that says something; at night what may wait is sent as if it were ten o'clock. */
  async message(to: string, saying: RegExp): Promise<Sent> {
    const deadline = Date.now() + patienceMs;
    for (let tried = 1; Date.now() < deadline; tried++) {
      if (isNight() && tried % 20 === 0) await this.schedule("messages", nextMorning());
      const answer = await fetch(`${this.url}/dev/messages.json?limit=1000`);
      const { messages } = (await answer.json()) as { messages: Sent[] };
      const found = messages.find((one) => one.to === to && saying.test(`${one.subject} ${one.text}`));
      if (found) return found;
      await sleep(200);
    }
    throw new Error(`No message to ${to} says ${saying}`);
  }

  /** The link in a message. */
  async link(to: string, saying: RegExp): Promise<string> {
    const { text } = await this.message(to, saying);
    return /https?:\/\/[\w.:/?=&-]+/.exec(text)?.[0] ?? "no link";
  }

  /** Runs a schedule as if at another time. */
  async schedule(name: string, at: Date) {
    const answer = await fetch(`${this.url}/dev/schedules/${name}?at=${at.toISOString()}`, {
      method: "POST",
    });
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
  }

  /** Ends it by a signal; what it kept stays. */
  end(signal: NodeJS.Signals) {
    const ended = ending(this.child);
    this.child.kill(signal);
    return ended;
  }

  /** Ends it and throws away what it kept. */
  async stop() {
    await this.end("SIGTERM");
    await rm(this.folder, { recursive: true, force: true });
  }

  private async answers() {
    const deadline = Date.now() + patienceMs;
    while (Date.now() < deadline) {
      const answer = await fetch(`${this.url}/api/health`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(50);
    }
    throw new Error("Frontdesk does not answer");
  }
}
