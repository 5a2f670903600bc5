import { build } from "esbuild";
import { ours } from "./ours.mjs";
import { root } from "./tools.mjs";

/** Writes dist/local/{main,demo,recount,export,import}.mjs, sharing what they have in common. */
export const buildServer = () =>
  build({
    absWorkingDir: root,
    entryPoints: [
      "packages/local/src/main.ts",
      "packages/local/src/demo.ts",
      "packages/local/src/recount.ts",
      "packages/local/src/export.ts",
      "packages/local/src/import.ts",
    ],
    outdir: "dist/local",
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    sourcemap: true,
    logLevel: "warning",
    plugins: [ours({ external: true })],
  });
