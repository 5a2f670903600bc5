import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { marshall } from "@aws-sdk/util-dynamodb";
import { tableName } from "@frontdesk/core/table/client";
import { tableSchema } from "@frontdesk/core/table/schema";
import { binary, scratchFolder } from "./dynoxide";

const linesPerFile = 20_000;

/**
 * Makes a new database file out of whole records, a hundred thousand in seconds: the embedded database takes them
 * in the form of a DynamoDB export. Nothing goes to the stream; figures must be among the records.
 */
export async function makeBulkFile(file: string, records: Iterable<Record<string, unknown>>): Promise<void> {
  const folder = await scratchFolder();
  try {
    await writeExport(join(folder, "export", tableName(), "data"), records);
    const schema = join(folder, "schema.json");
    await writeFile(schema, JSON.stringify({ Table: tableSchema(tableName()) }));
    await run(["import", "--source", join(folder, "export"), "--schema", schema, "--output", file]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeExport(folder: string, records: Iterable<Record<string, unknown>>) {
  await mkdir(folder, { recursive: true });
  let lines: string[] = [];
  let files = 0;
  const flush = async () => {
    if (lines.length === 0) return;
    await writeFile(join(folder, `${files++}.json.gz`), gzipSync(`${lines.join("\n")}\n`, { level: 1 }));
    lines = [];
  };
  for (const record of records) {
    const item = marshall(record, { removeUndefinedValues: true });
    lines.push(
      JSON.stringify({ Item: item }, (_, value) =>
        value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value,
      ),
    );
    if (lines.length === linesPerFile) await flush();
  }
  await flush();
}

async function run(args: string[]) {
  const child = spawn(binary(), args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`The embedded database could not take the records in: ${said.slice(-500)}`);
}
