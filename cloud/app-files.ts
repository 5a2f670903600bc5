import { readdir, readFile } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { awsFetch } from "@frontdesk/core/aws/call";
import type { Credentials } from "@frontdesk/core/aws/credentials";
import { immutable } from "@frontdesk/functions/web/headers";

const types: Record<string, string> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".webp": "image/webp",
  ".woff2": "font/woff2",
};

/**
 * What a file of the members' app is handed out with. Under assets/ lie those whose name holds their content's hash;
 * all others, the page and what works for it, are asked for anew each time. Throws for a file of no known type.
 */
export function headersOf(key: string) {
  const type = types[extname(key)];
  if (!type) throw new Error(`Say in cloud/app-files.ts of which type ${key} is`);
  return { "content-type": type, "cache-control": key.startsWith("assets/") ? immutable : "no-cache" };
}

/** The app's files as they are put into its bucket, the page last: it never names a file that is not there yet. */
export async function appFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const keys = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
  const turn = (key: string) => (key.startsWith("assets/") ? 0 : key.endsWith(".html") ? 2 : 1);
  return keys.sort((a, b) => turn(a) - turn(b));
}

type Place = { bucket: string; region: string; credentials: () => Promise<Credentials> };

/** Puts the built app where the CDN takes it from; how many files there are. What lay there before stays. */
export async function uploadApp(folder: string, { bucket, region, credentials }: Place): Promise<number> {
  const suffix = region.startsWith("cn-") ? ".cn" : "";
  const keys = await appFiles(folder);
  for (const key of keys)
    await awsFetch("s3", {
      method: "PUT",
      url: `https://${bucket}.s3.${region}.amazonaws.com${suffix}/${key.split("/").map(encodeURIComponent).join("/")}`,
      headers: { ...headersOf(key), "x-amz-content-sha256": "UNSIGNED-PAYLOAD" },
      body: new Uint8Array(await readFile(join(folder, key))),
      credentials: await credentials(),
    });
  return keys.length;
}
