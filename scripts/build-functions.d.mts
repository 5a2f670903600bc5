import type { BuildOptions, Metafile } from "esbuild";
/** The names of the functions: one for each entry point. */
export const functionNames: () => string[];
/** The settings all function bundles are made with. */
export const functionSettings: BuildOptions;
/** Bundles one function into a folder of its own, `index.mjs` with its `handler`; returns esbuild's metafile. */
export const buildFunction: (name: string, folder: string) => Promise<Metafile>;
/** Bundles every function under `folder` (dist/functions). */
export const buildFunctions: (folder?: string) => Promise<Metafile[]>;
