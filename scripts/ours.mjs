import { existsSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "./tools.mjs";

/**
 * An esbuild plugin: finds our own packages in their sources; `external` leaves all others where they are installed,
 * to be found there from `initialOptions.outdir`.
 */
export const ours = ({ external = false } = {}) => ({
  name: "frontdesk",
  setup({ onResolve, resolve, initialOptions }) {
    onResolve({ filter: /^@frontdesk\// }, ({ path }) => {
      const [, workspace = "", ...rest] = path.split("/");
      const base = join(root, "packages", workspace, "src", rest.join("/"));
      return { path: resolved(base) };
    });
    if (!external) return;
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (kind === "entry-point" || pluginData === asked) return undefined;
      if (!isNested(path, resolveDir)) return { path, external: true };
      const found = await resolve(path, { kind, resolveDir, pluginData: asked });
      const from = join(root, initialOptions.outdir);
      return { path: relative(from, found.path).replaceAll(sep, "/"), external: true };
    });
  },
});

/** Marks the plugin's own question, which is not its to answer. */
const asked = Symbol("asked");

/**
 * npm installs a package within a workspace, out of sight of dist/, when a tool's other version of it has taken the
 * place at the root.
 */
function isNested(path, resolveDir) {
  const [area = "", workspace = ""] = relative(root, resolveDir).split(sep);
  const name = path.split("/", path.startsWith("@") ? 2 : 1);
  return area === "packages" && existsSync(join(root, area, workspace, "node_modules", ...name));
}

const resolved = (base) => [`${base}.ts`, `${base}.tsx`].find((path) => existsSync(path)) ?? `${base}.ts`;
