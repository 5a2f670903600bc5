import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import type { Plugin, Rolldown } from "vite";

/** What somebody who works on tickets needs without a connection. */
const needed = [
  /src\/main\.tsx$/,
  /src\/i18n\/(zh-CN|en)\/pack\.ts$/,
  /src\/pages\/home\/HomePage\.tsx$/,
  /src\/pages\/tickets\/(TicketsPage|TicketPage)\.tsx$/,
  /src\/offline\/UnsentPage\.tsx$/,
];

/** Builds the service worker (src/worker/) once it is known which files the pages need. */
export const worker = (): Plugin => ({
  name: "frontdesk-worker",
  apply: "build",
  async writeBundle({ dir = "" }, bundle) {
    const files = filesOf(bundle).map((name) => `/${name}`);
    const html = await readFile(join(dir, "index.html"));
    const version = createHash("sha256").update(html).update(files.join()).digest("hex").slice(0, 16);
    const { outputFiles } = await build({
      entryPoints: [join(import.meta.dirname, "src/worker/sw.ts")],
      ...{ bundle: true, minify: true, write: false, format: "iife", target: "es2022" },
      define: { files: JSON.stringify(files), version: JSON.stringify(`frontdesk-${version}`) },
    });
    await writeFile(join(dir, "sw.js"), outputFiles[0]?.contents ?? "");
  },
});

/** The chunks that hold what is needed, with all they import and their styles; what the page begins with first. */
function filesOf(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
  const found = new Set<string>();
  const add = (name: string) => {
    const chunk = chunks.find((one) => one.fileName === name);
    if (!chunk || found.has(name)) return;
    found.add(name);
    chunk.imports.forEach(add);
    for (const style of chunk.viteMetadata?.importedCss ?? []) found.add(style);
  };
  for (const pattern of needed) {
    const holding = chunks.filter(({ moduleIds }) => moduleIds.some((id) => pattern.test(id)));
    if (holding.length === 0) throw new Error(`No chunk holds ${pattern}`);
    const entries = holding.sort((a, b) => Number(b.isEntry) - Number(a.isEntry));
    for (const { fileName } of entries) add(fileName);
  }
  return [...found];
}
