import { setTimeout as sleep } from "node:timers/promises";

/** Gives the error of `body` no sooner than after so many milliseconds, its answer at once. */
export async function failEvenly<T>(leastMs: number, body: () => Promise<T>): Promise<T> {
  const soonest = sleep(leastMs);
  try {
    return await body();
  } catch (error) {
    await soonest;
    throw error;
  }
}

/**
 * Gives the answer of `body`, or its error, no sooner than after so many milliseconds: work done for some addresses
 * only must not show in the time.
 */
export async function evenly<T>(leastMs: number, body: () => Promise<T>): Promise<T> {
  const [outcome] = await Promise.allSettled([body(), sleep(leastMs)]);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
