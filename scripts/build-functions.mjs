import { cpSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ours } from "./ours.mjs";
import { root } from "./tools.mjs";

const sources = "packages/functions/src/lambda";
/** What the entry points share, and no entry points of their own. */
const shared = ["app.ts", "invocation.ts", "origin.ts", "stream.ts"];

/** The names of the functions: one for each entry point. */
export const functionNames = () =>
  readdirSync(join(root, sources))
    .filter((file) => /^[\w-]+\.ts$/.test(file) && !shared.includes(file))
    .map((file) => file.replace(/\.ts$/, ""))
    .sort();

/** Lambda hands a function its credentials in the environment: the SDK's other ways to find some stay out. */
const lambdaCredentials = {
  name: "lambda-credentials",
  setup({ onResolve }) {
    onResolve({ filter: /^@aws-sdk\/credential-provider-node$/ }, () => ({
      path: join(root, "scripts/lambda-credentials.mjs"),
    }));
  },
};

/** The settings all function bundles are made with. */
export const functionSettings = {
  absWorkingDir: root,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  splitting: true,
  minify: true,
  treeShaking: true,
  charset: "utf8",
  format: "esm",
  platform: "node",
  target: "node22",
  mainFields: ["module", "main"],
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  legalComments: "none",
  logLevel: "warning",
  metafile: true,
  nodePaths: [join(root, "node_modules")],
  banner: { js: `import{createRequire}from"node:module";const require=createRequire(import.meta.url);` },
  plugins: [lambdaCredentials, ours()],
};

/** Whether a bundle puts letters on paper, and so needs their typeface beside it. */
const setsLetters = ({ inputs }) => Object.hasOwn(inputs, "packages/core/src/reply/font.ts");

/** Bundles one function into a folder of its own, `index.mjs` with its `handler`; returns esbuild's metafile. */
export async function buildFunction(name, folder) {
  const outdir = join(folder, name);
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    ...functionSettings,
    entryPoints: { index: join(root, sources, `${name}.ts`) },
    outdir,
  });
  if (setsLetters(metafile))
    cpSync(join(root, "packages/core/fonts"), join(outdir, "fonts"), { recursive: true });
  return metafile;
}

/** Bundles every function under `folder` (dist/functions). */
export const buildFunctions = (folder = join(root, "dist/functions")) =>
  Promise.all(functionNames().map((name) => buildFunction(name, folder)));
