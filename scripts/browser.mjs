import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./tools.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const elsewhere = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

function installed() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const candidates = [
    process.env.CHROME_PATH,
    ...names.flatMap((name) => folders.map((f) => join(f, name))),
    ...elsewhere,
  ];
  return candidates.find((path) => path && existsSync(path));
}

async function playwrights() {
  const { chromium } = await import("playwright-core");
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/** Tries the system's package manager, then Playwright's own download. */
async function fetchOne() {
  const isRoot = process.getuid?.() === 0;
  if (existsSync("/usr/bin/apt-get") && isRoot) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update", "-qq"], { env });
    await run("apt-get", ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"], { env });
    if (installed()) return;
  }
  await run("npx", ["playwright-core", "install", "chromium"]);
}

/** The path of a Chrome or Chromium for the browser tests: an installed one, else one installed now. */
export async function needBrowser() {
  const found = installed() ?? (await playwrights());
  if (found) return found;
  console.log("The browser tests need Chrome or Chromium; installing one …");
  await fetchOne();
  const path = installed() ?? (await playwrights());
  if (path) return path;
  console.error(
    "No Chrome or Chromium was found and none could be installed. Install one (Debian: apt-get install chromium " +
      "fonts-noto-cjk; macOS: brew install --cask chromium) or set CHROME_PATH to its program, then run npm test again.",
  );
  process.exit(1);
}
