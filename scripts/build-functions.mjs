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

/**
 * Puts all that is loaded at the start into one file, as opening one costs more than reading it: whatever of ours is
 * loaded later counts as needing all of it, or esbuild would cut it up by who needs which of it.
 */
const wholeStart = (entry) => ({
  name: "whole-start",
  setup({ onResolve, onLoad, resolve }) {
    onResolve({ filter: /^(\.|@frontdesk\/)/ }, async ({ path, kind, importer, resolveDir, pluginData }) => {
      if (kind !== "dynamic-import" || pluginData === asked || importer.includes("node_modules")) return;
      const found = await resolve(path, { kind, importer, resolveDir, pluginData: asked });
      return { ...found, namespace: "later" };
    });
    onLoad({ filter: /./, namespace: "later" }, ({ path }) => ({
      contents: `export * from ${JSON.stringify(path)}; export { handler as start } from ${JSON.stringify(entry)};`,
      resolveDir: root,
    }));
  },
});

/** Marks the plugin's own question, which is not its to answer. */
const asked = Symbol("asked");

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
  // What of a bundle still asks in the old way asks for Node's own.
  banner: { js: "const require=process.getBuiltinModule;" },
  plugins: [lambdaCredentials, ours()],
};

/** Whether a bundle puts letters on paper, and so needs their typeface beside it. */
const setsLetters = ({ inputs }) => Object.hasOwn(inputs, "packages/core/src/paper/font.ts");

/** Bundles one function into a folder of its own, `index.mjs` with its `handler`; returns esbuild's metafile. */
export async function buildFunction(name, folder) {
  const outdir = join(folder, name);
  rmSync(outdir, { recursive: true, force: true });
  const entry = join(root, sources, `${name}.ts`);
  const { metafile } = await build({
    ...functionSettings,
    plugins: [wholeStart(entry), ...functionSettings.plugins],
    entryPoints: { index: entry },
    outdir,
  });
  if (setsLetters(metafile))
    cpSync(join(root, "packages/core/fonts"), join(outdir, "fonts"), { recursive: true });
  return metafile;
}

/** Bundles every function under `folder` (dist/functions). */
export const buildFunctions = (folder = join(root, "dist/functions")) =>
  Promise.all(functionNames().map((name) => buildFunction(name, folder)));
