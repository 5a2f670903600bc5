import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { appFiles, headersOf, uploadApp } from "../app-files";
import { root } from "./templates";

const year = "public, max-age=31536000, immutable";

describe("the members' app in its bucket", () => {
  let folder: string;
  const put: { url: string; type: string | null; kept: string | null; bytes: string }[] = [];
  beforeEach(async () => {
    put.length = 0;
    folder = await mkdtemp(join(tmpdir(), "frontdesk-app-"));
    vi.stubEnv("AWS_REGION", "eu-central-1");
    vi.stubGlobal("fetch", async (url: string, { method, headers, body }: RequestInit) => {
      const sent = new Headers(headers);
      expect([method, sent.get("authorization")]).toEqual([
        "PUT",
        expect.stringContaining("AWS4-HMAC-SHA256"),
      ]);
      const [type, kept] = [sent.get("content-type"), sent.get("cache-control")];
      put.push({ url, type, kept, bytes: String(body) });
      return new Response();
    });
  });
  afterEach(async () => {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  });

  const upload = async (files: Record<string, string>, region = "eu-central-1") => {
    for (const [key, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, key)), { recursive: true });
      await writeFile(join(folder, key), text);
    }
    const credentials = async () => ({ accessKeyId: "AKIA", secretAccessKey: "own" });
    return uploadApp(folder, { bucket: "app", region, credentials });
  };

  it("keeps for a year what is named by its content, and nothing else", async () => {
    const files = {
      "index.html": "<p>",
      "sw.js": "1",
      "favicon.svg": "<svg/>",
      "assets/page-Ab12cd34.js": "2",
    };
    expect(await upload(files)).toBe(4);
    expect(Object.fromEntries(put.map(({ url, kept }) => [new URL(url).pathname, kept]))).toEqual({
      "/index.html": "no-cache",
      "/sw.js": "no-cache",
      "/favicon.svg": "no-cache",
      "/assets/page-Ab12cd34.js": year,
    });
    expect(put[0]).toEqual({
      url: "https://app.s3.eu-central-1.amazonaws.com/assets/page-Ab12cd34.js",
      ...{ type: "text/javascript", kept: year, bytes: "2" },
    });
  });

  it("is there before the page that names it", async () => {
    await upload({
      "index.html": "<p>",
      "a.html": "<p>",
      "sw.js": "1",
      "z.js": "1",
      "assets/z-Ab12cd34.css": "2",
    });
    const order = put.map(({ url }) => new URL(url).pathname);
    expect(order).toEqual(["/assets/z-Ab12cd34.css", "/sw.js", "/z.js", "/a.html", "/index.html"]);
  });

  it("holds no file of which nobody said what it is", async () => {
    await expect(upload({ "index.html": "<p>", "strange.exe": "MZ" })).rejects.toThrow(
      "of which type strange.exe",
    );
  });
});

it("is all named and typed as it is built: by its content's hash under assets/, and by no such name elsewhere", async () => {
  const built = join(root, "web/dist");
  if (!existsSync(built)) throw new Error('The app is not built: run the whole of "npm test".');
  const keys = await appFiles(built);
  expect(keys.at(-1)).toBe("index.html");
  const lasting = keys.filter((key) => headersOf(key)["cache-control"] === year);
  expect(lasting.length).toBeGreaterThan(10);
  expect(lasting.filter((key) => !/-[\w-]{8,}\.\w+$/.test(key))).toEqual([]);
  const others = keys.filter((key) => !lasting.includes(key));
  expect(others).toContain("index.html");
  expect(others.map((key) => headersOf(key)["cache-control"])).toEqual(others.map(() => "no-cache"));
});
