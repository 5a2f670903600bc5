import { afterAll, beforeAll } from "vitest";
import setup from "./database";

/**
 * Gives a test file a database of its own: for tests that run a schedule at some other time, which in the shared one
 * would wake what other tests have waiting.
 */
export function ownDatabase() {
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    stop = await setup();
  });
  afterAll(() => stop?.());
}
