import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { buildFunction, functionSettings } from "../scripts/build-functions.mjs";
import { median, type Row } from "./row";

const run = promisify(execFile);
const bound = 2;
const rounds = 15;

/** The smallest handler there could be: Hono and the table's client. */
const least = `import { Hono } from "hono"; import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
export const app = new Hono(); export const client = new DynamoDBClient({ region: "local" });`;

async function bundleLeast(folder: string): Promise<string> {
  const entry = join(folder, "least.ts");
  await writeFile(entry, least);
  await build({ ...functionSettings, entryPoints: { index: entry }, outdir: join(folder, "least") });
  return join(folder, "least/index.mjs");
}

/** Milliseconds a fresh process needs to import a bundle. */
async function importTime(file: string): Promise<number> {
  const code = `const t = performance.now(); await import(${JSON.stringify(file)}); console.log(performance.now() - t);`;
  const { stdout } = await run(process.execPath, ["--input-type=module", "-e", code], {
    env: { ...process.env, FRONTDESK_ORIGIN: "the CDN" },
  });
  return Number(stdout.trim().split("\n").at(-1));
}

/** Import time of the API function as it is deployed ÷ of a bundle with only Hono and the DynamoDB client, in turns. */
export async function coldStart(): Promise<Row> {
  const folder = await mkdtemp(resolve("bench-"));
  try {
    const smallest = await bundleLeast(folder);
    await buildFunction("api", folder);
    const own = join(folder, "api/index.mjs");
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
