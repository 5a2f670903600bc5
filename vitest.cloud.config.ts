import { defineConfig } from "vitest/config";

/** All tests of the cloud, on the templates of one stage that `npm run cloud` wrote. */
const onStage = (stage: string, exclude: string[] = []) => ({
  test: {
    ...{ name: stage, env: { FRONTDESK_STAGE: stage }, testTimeout: 60_000 },
    ...{ include: ["cloud/test/**/*.test.ts", "packages/core/src/testing/seed.test.ts"], exclude },
    setupFiles: ["packages/core/src/testing/seed.ts"],
  },
});

/**
 * Tests that read the templates `npm run synth` wrote, of a permanent stage and of one to be thrown away, and the
 * requests the suite made of the table.
 */
export default defineConfig({
  test: {
    projects: [onStage("example"), onStage("devexample", ["cloud/test/{app-files,scale,stage}.test.ts"])],
  },
});
