import * as z from "zod";
import { actorRef } from "../actor";
import { storage } from "../attachment/storage";
import { plus } from "../clock";
import { useActor } from "../context";
import { badRequest, gone } from "../error";
import { newId } from "../id";
import { importFields } from "../importing/index";
import { verb } from "../verb";
import { contents, fileKey } from "./file";
import { Import, ImportRun, importKinds, importSchema, matchingChange, maxSheets } from "./import.entity";
import { previewOf } from "./preview";
import { ImportPreview } from "./preview.entity";
import { importAfter } from "./states";
import { importView, viewOf } from "./view";
import { needImport } from "./visible";

/** A file that was only looked at is removed after so many days. */
const previewDays = 7;

/**
 * Takes a file of houses or opening arrears and shows what it would come to; nothing is taken in yet. What it is is
 * told by its content. A file that is no good as a whole is `bad_request` (or `too_large`) naming `file`, and
 * nothing of it is kept.
 */
export const createImport = verb({
  name: "import.create",
  may: "import.run",
  input: z.strictObject({
    kind: z.enum(importKinds),
    fileName: importSchema.shape.fileName,
    file: z.instanceof(Uint8Array),
  }),
  output: importView,
  run: async ({ kind, fileName, file }, work) => {
    const settings = { kind, fileName, matching: [] };
    const { preview, total } = await previewOf(file, settings, false);
    const importId = newId("import");
    const key = fileKey({ tenantId: work.tenantId, importId });
    await storage().put(key, file);
    work.onSettled((committed) => {
      if (!committed)
        storage()
          .remove(key)
          .catch(() => {});
    });
    const actor = useActor();
    const item = work.create(Import, {
      ...settings,
      ...{ importId, size: file.length, state: "preview", total, targets: [] },
      createdBy: actorRef(actor),
      createdByName: "name" in actor ? actor.name : "",
      createdAt: work.now,
    });
    const dueAt = plus(work.now, { days: previewDays });
    const run = work.create(ImportRun, { importId, reached: 0, refused: 0, tries: 0, results: [], dueAt });
    work.about(importId);
    return viewOf(item, run, work.create(ImportPreview, { importId, ...preview }));
  },
});

/**
 * Changes which column is which, for one sheet or (without `sheet`) for all, and shows the file anew. What is given
 * takes the place of what was given before; fields left out follow the suggestion again, null takes a field away.
 */
export const matchImport = verb({
  name: "import.match",
  may: "import.run",
  input: z.strictObject({
    importId: importSchema.shape.importId,
    sheet: matchingChange.shape.sheet.optional(),
    matching: matchingChange.shape.fields,
  }),
  output: importView,
  run: async ({ importId, sheet = "*", matching: fields }, work) => {
    const item = await needImport(importId);
    const state = importAfter(item.state, "match");
    refuseUnknown(item.kind, fields);
    const others = sheet === "*" ? [] : item.matching.filter((change) => change.sheet !== sheet);
    const matching = [...others, { sheet, fields }];
    if (matching.length > maxSheets) throw badRequest("Too many sheets are matched one by one", "sheet");
    const bytes = await contents(item);
    if (!bytes) throw gone("This file has been removed");
    const { preview, total } = await previewOf(bytes, { ...item, matching });
    const [before, run] = await Promise.all([ImportPreview.need({ importId }), ImportRun.need({ importId })]);
    work.about(importId);
    const next = work.patch(Import, item, { state, matching, total });
    return viewOf(next, run, work.patch(ImportPreview, before, preview));
  },
});

function refuseUnknown(kind: keyof typeof importFields, fields: Record<string, number | null>) {
  const unknown = Object.keys(fields).find((field) => !Object.hasOwn(importFields[kind], field));
  if (unknown !== undefined) throw badRequest("There is no such field", `matching.${unknown}`);
  const columns = Object.values(fields).filter((column) => column !== null);
  if (new Set(columns).size < columns.length)
    throw badRequest("One column can only be one field", "matching");
}

/** Throws away a file that was only looked at; an import that has begun stays on record. */
export const discardImport = verb({
  name: "import.discard",
  may: "import.run",
  input: z.strictObject({ importId: importSchema.shape.importId }),
  output: z.object({ importId: importSchema.shape.importId }),
  run: async ({ importId }, work) => {
    const item = await needImport(importId);
    const run = await ImportRun.need({ importId });
    work.patch(Import, item, { state: importAfter(item.state, "discard") });
    work.patch(ImportRun, run, { dueAt: work.now });
    work.about(importId);
    return { importId };
  },
});
