import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/**/*.test.{ts,tsx}", "web/src/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    globalSetup: ["packages/core/src/testing/database.ts"],
    setupFiles: ["packages/core/src/testing/requests.ts", "packages/core/src/testing/seed.ts"],
    // Tests wait for the database most of the time.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
