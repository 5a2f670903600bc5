import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "./tools.mjs";

/** An esbuild plugin: finds our own packages in their sources; `external` leaves all others where they are installed. */
export const ours = ({ external = false } = {}) => ({
  name: "frontdesk",
  setup({ onResolve }) {
    onResolve({ filter: /^@frontdesk\// }, ({ path }) => {
      const [, workspace = "", ...rest] = path.split("/");
      const base = join(root, "packages", workspace, "src", rest.join("/"));
      return { path: resolved(base) };
    });
    if (!external) return;
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === "entry-point" ? undefined : { path, external: true },
    );
  },
});

const resolved = (base) => [`${base}.ts`, `${base}.tsx`].find((path) => existsSync(path)) ?? `${base}.ts`;
