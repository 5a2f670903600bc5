import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["packages/**/*.test.{ts,tsx}", "web/src/**/*.test.{ts,tsx}", "tests/**/*.test.ts"],
    globalSetup: ["packages/core/src/testing/database.ts"],
    setupFiles: ["requests", "seed", "scrypt"].map((name) => `packages/core/src/testing/${name}.ts`),
    // Tests wait for the database most of the time.
    maxWorkers: availableParallelism() + 1,
    // Nobody waits so long; but a machine may have much else to do.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
