import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { awsFetch } from "@frontdesk/core/aws/call";
import { immutable } from "@frontdesk/functions/web/headers";
import { stageSettings } from "./given";

/** `upload.ts STAGE BUCKET` puts the built members' app where the CDN takes it from: the page last, so that it never names a file that is not there. */
const [stage = "", bucket = ""] = process.argv.slice(2);
const folder = join(import.meta.dirname, "../web/dist");
const { region } = stageSettings(stage);
process.env.AWS_REGION = region;
const credentials = fromNodeProviderChain();

const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

async function put(path: string) {
  const key = relative(folder, path);
  const type = types[extname(path)];
  if (!type) throw new Error(`Say in cloud/upload.ts of which type ${key} is`);
  const suffix = region.startsWith("cn-") ? ".cn" : "";
  await awsFetch("s3", {
    method: "PUT",
    url: `https://${bucket}.s3.${region}.amazonaws.com${suffix}/${key.split("/").map(encodeURIComponent).join("/")}`,
    headers: {
      "content-type": type,
      "cache-control": key.startsWith("assets/") ? immutable : "no-cache",
      "x-amz-content-sha256": "UNSIGNED-PAYLOAD",
    },
    body: new Uint8Array(await readFile(path)),
    credentials: await credentials(),
  });
}

const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name));
const isPage = (path: string) => path.endsWith(".html");
for (const path of [...files.filter((one) => !isPage(one)), ...files.filter(isPage)]) await put(path);
console.log(`${files.length} files of the members' app are in ${bucket}`);
