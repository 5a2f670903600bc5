import * as z from "zod";
import { pageInput } from "../table/page";
import { verb } from "../verb";
import { Import, ImportRun, importSchema } from "./import.entity";
import type { RunItem } from "./progress";
import { importSummary, importView, loadView, summaryOf } from "./view";
import { isVisible, needImport } from "./visible";

export { createImport, discardImport, matchImport } from "./create";
export { Import, importKinds, resultSchema } from "./import.entity";
export { downloadRefused } from "./refused";
export { continueImport, runImports } from "./run";
export { startImport } from "./start";
export { importSummary, importView };

/** One import: its preview while it is one, how far it is, what it came to, and the first rows it refused. */
export const getImport = verb({
  name: "import.get",
  may: "import.run",
  input: z.strictObject({ importId: importSchema.shape.importId }),
  output: importView,
  run: async ({ importId }) => loadView(await needImport(importId)),
});

/** The latest imports, newest first; only those that are there for the acting member, so a page may be short. */
export const listImports = verb({
  name: "import.list",
  may: "import.run",
  input: z.strictObject(pageInput),
  output: z.object({ items: z.array(importSummary), cursor: z.string().optional() }),
  run: async ({ limit, cursor }) => {
    const page = await Import.query("gsi1", ["import"], { limit, cursor, reverse: true });
    const items = page.items.filter(isVisible);
    const runs = new Map<string, RunItem>();
    for (const run of await ImportRun.batch(items)) runs.set(run.importId, run);
    return { items: items.map((item) => summaryOf(item, runs.get(item.importId))), cursor: page.cursor };
  },
});
