import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { deflateRawSync } from "node:zlib";
import { buildFunction } from "../scripts/build-functions.mjs";
import type { Row } from "./row";

const bound = 450;

/** Kilobytes of the API function as it is deployed: every file of its bundle, packed as in a zip. */
export async function bundleApi(): Promise<Row> {
  const folder = await mkdtemp(resolve("bench-"));
  try {
    await buildFunction("api", folder);
    const files = await readdir(join(folder, "api"));
    const packed = files.map(
      async (file) => deflateRawSync(await readFile(join(folder, "api", file)), { level: 9 }).length,
    );
    const value = (await Promise.all(packed)).reduce((sum, size) => sum + size, 0) / 1024;
    return {
      ...{ name: "bundle-api", value, baseline: 1, ratio: value, unit: "KB" },
      ...{ bound: `${bound} KB`, kept: value <= bound },
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
