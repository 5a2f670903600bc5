import { isoNow } from "@frontdesk/core/clock";
import { log } from "@frontdesk/core/log";
import type { Post } from "@frontdesk/core/message/sender";
import { schedules } from "@frontdesk/functions/schedule/index";
import type { StreamRecord } from "@frontdesk/functions/stream/handler";

/** Fires the schedules as the cloud would; what comes while one runs makes it run once more. */
export class Clockwork {
  private readonly running = new Map<string, Promise<void>>();
  private readonly again = new Set<string>();
  private timers: NodeJS.Timeout[] = [];
  private readonly ending = new AbortController();

  constructor(private readonly post: Post) {}

  start() {
    for (const [name, { everyMinutes }] of Object.entries(schedules)) {
      this.fire(name);
      this.timers.push(setInterval(() => this.fire(name), everyMinutes * 60_000));
    }
  }

  /** Starts the schedules whose work has just become due, so that nobody waits for the minute to pass. */
  wake(records: readonly StreamRecord[]) {
    const due = records.flatMap(({ dynamodb }) => {
      const { duepk, duesk } = dynamodb?.NewImage ?? {};
      return duepk?.S && duesk?.S && duesk.S <= isoNow() ? [duepk.S.split("#")[0] ?? ""] : [];
    });
    if (due.length === 0) return;
    for (const [name, { wakes = [] }] of Object.entries(schedules))
      if (wakes.some((kind) => due.includes(kind))) this.fire(name);
  }

  /** Lets what runs come to a place where it can be left, and starts nothing more. */
  async stop() {
    this.ending.abort();
    for (const timer of this.timers.splice(0)) clearInterval(timer);
    this.again.clear();
    await Promise.all(this.running.values());
  }

  private fire(name: string) {
    if (this.ending.signal.aborted) return;
    if (this.running.has(name)) {
      this.again.add(name);
      return;
    }
    const run = this.run(name).finally(() => {
      this.running.delete(name);
      if (this.again.delete(name)) this.fire(name);
    });
    this.running.set(name, run);
  }

  private async run(name: string) {
    try {
      await schedules[name]?.run(this.post, this.ending.signal);
    } catch (error) {
      log("error", { schedule: name, error: String(error) });
    }
  }
}
