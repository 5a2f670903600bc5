import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../../packages/local/src/dynoxide";

export type Sent = { kind: "sms" | "mail"; to: string; subject?: string; text: string };

/** Ten o'clock tomorrow in Shanghai. */
const nextMorning = () => new Date(new Date(Date.now() + 86_400_000).setUTCHours(2, 0, 0, 0));

/** Frontdesk as `npm start` runs it, on a folder and a port of its own. */
export class Service {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(): Promise<Service> {
    const folder = await mkdtemp(join(tmpdir(), "frontdesk-journey-"));
    const port = await freePort();
    const env: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), FRONTDESK_DATA: folder };
    for (const name of ["DYNAMODB_ENDPOINT", "FRONTDESK_TABLE", "FRONTDESK_FILES", "PUBLIC_URL"])
      delete env[name];
    const child = spawn(process.execPath, ["dist/local/main.mjs"], {
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const service = new Service(`http://localhost:${port}`, folder, child);
    await service.answers();
    return service;
  }

  /** The newest message to somebody that says something; at night what may wait is sent as if it were ten o'clock. */
  async message(to: string, saying: RegExp): Promise<Sent> {
    for (let tried = 0; tried < 150; tried++) {
      if (tried % 20 === 10) await this.schedule("messages", nextMorning());
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

  async stop() {
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGTERM");
    await ended;
    await rm(this.folder, { recursive: true, force: true });
  }

  private async answers() {
    for (let tried = 0; tried < 200; tried++) {
      const answer = await fetch(`${this.url}/api/health`).catch(() => undefined);
      if (answer?.ok) return;
      await sleep(100);
    }
    throw new Error("Frontdesk does not answer");
  }
}
