import { readFile } from "node:fs/promises";

/** Beside a function's bundle, from the sources, and from the one-machine build in dist/local. */
const folders = ["./fonts/", "../../fonts/", "../../packages/core/fonts/"];

/**
 * Noto Serif SC (SIL Open Font License, beside it): every character of GBK and of the national table of characters for
 * general use, which holds those of names. A document carries only those it needs.
 */
export async function paperFont(): Promise<Buffer> {
  for (const folder of folders) {
    const file = new URL(`${folder}NotoSerifSC-Regular.ttf`, import.meta.url);
    const font = await readFile(file).catch(() => undefined);
    if (font) return font;
  }
  throw new Error("The typeface of documents is missing");
}
