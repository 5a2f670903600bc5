import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./tools.mjs";

/** Our own packages are bundled from their sources; everything from a registry stays where it is installed. */
const ours = {
  name: "frontdesk",
  setup({ onResolve }) {
    onResolve({ filter: /^@frontdesk\// }, ({ path }) => {
      const [, workspace = "", ...rest] = path.split("/");
      return { path: join(root, "packages", workspace, "src", `${rest.join("/")}.ts`) };
    });
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path, external: true },
    );
  },
};

/** Writes dist/local/{main,demo,recount}.mjs, sharing what they have in common. */
export const buildServer = () =>
  build({
    absWorkingDir: root,
    entryPoints: ["packages/local/src/main.ts", "packages/local/src/demo.ts", "packages/local/src/recount.ts"],
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
    plugins: [ours],
  });
