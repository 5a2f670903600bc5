import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { ours } from "../scripts/ours.mjs";
import { median, type Row } from "./row";

const run = promisify(execFile);
const bound = 2.5;
const rounds = 15;

/** The smallest handler there could be: Hono and the table's client. */
const least = `import { Hono } from "hono"; import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
export const app = new Hono(); export const client = new DynamoDBClient({ region: "local" });`;
const api = `import { createApp } from "@frontdesk/functions/api/app"; export { createApp };`;

async function bundle(folder: string, name: string, source: string): Promise<string> {
  const entry = join(folder, `${name}.ts`);
  await writeFile(entry, source);
  const outdir = join(folder, name);
  await build({
    entryPoints: [entry],
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node20",
    jsx: "automatic",
    jsxImportSource: "hono/jsx",
    logLevel: "error",
    nodePaths: [resolve("node_modules")],
    plugins: [ours()],
    banner: {
      js: `import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`,
    },
  });
  return join(outdir, `${name}.mjs`);
}

/** Milliseconds a fresh process needs to import a bundle. */
async function importTime(file: string): Promise<number> {
  const code = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", code], {
    env: { ...process.env },
  });
  return Number(stdout.trim().split("\n").at(-1));
}

/** Import time of the bundled API ÷ of a bundle with only Hono and the DynamoDB client, in turns. */
export async function coldStart(): Promise<Row> {
  const folder = await mkdtemp(resolve("bench-"));
  try {
    const [own, smallest] = await Promise.all([bundle(folder, "api", api), bundle(folder, "least", least)]);
    const times: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      times[0].push(await importTime(own));
      times[1].push(await importTime(smallest));
    }
    const [value, baseline] = [median(times[0]), median(times[1])];
    const ratio = value / baseline;
    return {
      name: "cold-start",
      value,
      baseline,
      ratio,
      bound: `ratio ${bound}`,
      kept: ratio <= bound,
      unit: "ms",
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
