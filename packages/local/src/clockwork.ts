import type { Channels } from "@frontdesk/core/message/sender";
import { schedules } from "@frontdesk/functions/schedule/index";

/** Fires the schedules as the cloud would; one that still runs is not started again. */
export function startClockwork(channels: Channels): { stop: () => Promise<void> } {
  const running = new Map<string, Promise<unknown>>();
  const fire = (name: string) => {
    if (running.has(name)) return;
    const run = Promise.resolve(schedules[name]?.run(channels))
      .catch((error) =>
        console.error(JSON.stringify({ level: "error", schedule: name, error: String(error) })),
      )
      .finally(() => running.delete(name));
    running.set(name, run);
  };
  const timers = Object.entries(schedules).map(([name, { everyMinutes }]) => {
    fire(name);
    return setInterval(() => fire(name), everyMinutes * 60_000);
  });
  return {
    stop: async () => {
      for (const timer of timers) clearInterval(timer);
      await Promise.all(running.values());
    },
  };
}
