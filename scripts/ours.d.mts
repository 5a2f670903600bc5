import type { Plugin } from "esbuild";
/** An esbuild plugin: finds our own packages in their sources. */
export const ours: (options?: { external?: boolean }) => Plugin;
