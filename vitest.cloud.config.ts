import { defineConfig } from "vitest/config";

/** Tests that read the templates `npm run synth` wrote, and the requests the suite made of the table. */
export default defineConfig({ test: { include: ["cloud/test/**/*.test.ts"], testTimeout: 60_000 } });
