// What the commands share: install what is missing, build what changed. Only Node's own modules are used here,
// because nothing else is there on a fresh clone.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const marker = join(root, "node_modules", ".frontdesk");
const binary = `@dynoxide/${process.platform}-${process.arch}`;

/** Stops with a plain sentence when Node is too old. */
export function needNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Frontdesk needs Node 20.19 or later; this is ${process.versions.node}.`);
  process.exit(1);
}

/** What runs beside each other ends together. */
const running = new Set();
process.once("exit", () => {
  for (const child of running) child.kill();
});

/** Runs a command in the project's folder; resolves with its exit code. */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: "inherit",
      shell: process.platform === "win32",
      ...options,
    });
    running.add(child);
    child.once("error", reject);
    child.once("exit", (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}

/** Runs a command and ends this one when it fails. */
export async function must(command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) process.exit(code);
}

/** The path of an installed package's program. */
export const program = (name) =>
  join(root, "node_modules", ".bin", process.platform === "win32" ? `${name}.cmd` : name);

/** Tells texts apart. */
export const hashOf = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);

/** Installs what package-lock.json says, unless it is there; `dev` with what only tests and checks need. */
export async function install({ dev }) {
  const wanted = hashOf(readFileSync(join(root, "package-lock.json")));
  const [have, kind] = existsSync(marker) ? readFileSync(marker, "utf8").split(" ") : [];
  if (have === wanted && (kind === "all" || !dev)) return;
  console.log("Installing packages …");
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error"];
  // Not "npm ci": it refuses a lock file without the packages of other platforms that a registry did not have.
  await must("npm", ["install", "--no-save", ...quiet, ...(dev ? [] : ["--omit=dev"])]);
  await installBinary(quiet);
  writeFileSync(marker, `${wanted} ${dev ? "all" : "start"}`);
}

/** The lock file names the database's binary of the machine it was made on; others are fetched by name. */
async function installBinary(quiet) {
  if (process.env.DYNAMODB_ENDPOINT || existsSync(join(root, "node_modules", binary))) return;
  const { optionalDependencies } = JSON.parse(
    readFileSync(join(root, "packages/local/package.json"), "utf8"),
  );
  const version = optionalDependencies[binary];
  if (version) await run("npm", ["install", "--no-save", ...quiet, `${binary}@${version}`]);
}

function* files(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!["node_modules", "dist"].includes(entry.name)) yield* files(path);
    } else yield path;
  }
}

function stateOf(folders) {
  const listed = folders.flatMap((folder) => [...files(join(root, folder))]).sort();
  const lines = listed.map((path) => {
    const { mtimeMs, size } = statSync(path);
    return `${relative(root, path)} ${mtimeMs} ${size}`;
  });
  return hashOf(lines.join("\n") + readFileSync(join(root, "package-lock.json")));
}

/** Builds server and web app when a source has changed since the last time. */
export async function build() {
  const note = join(root, "dist", ".built");
  const state = stateOf(["packages", "web", "scripts"]);
  if (existsSync(note) && readFileSync(note, "utf8") === state) return;
  console.log("Building …");
  const { buildServer } = await import("./build-server.mjs");
  const web = run(process.execPath, [
    join(root, "node_modules/vite/bin/vite.js"),
    "build",
    "web",
    "--logLevel",
    "warn",
  ]);
  await buildServer();
  if ((await web) !== 0) process.exit(1);
  writeFileSync(note, state);
}
