import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const atStart = /^(?:import|export)\s(?!type\b)[^;]*?from "([^"]+)";/gm;

it("loads no library when it is imported, only when a file is read or written", async () => {
  const files = (await readdir(folder, { recursive: true })).filter(
    (name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && name !== "test-files.ts",
  );
  const outside = new Set<string>();
  for (const name of files) {
    const text = await readFile(`${folder}${name}`, "utf8");
    for (const [, from = ""] of text.matchAll(atStart)) {
      if (!from.startsWith(".") && !from.startsWith("node:")) outside.add(from);
    }
  }
  expect(files.length).toBeGreaterThan(30);
  // zod is in every part of core.
  expect([...outside]).toEqual(["zod"]);
});
