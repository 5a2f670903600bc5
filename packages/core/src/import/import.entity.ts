import * as z from "zod";
import { instant } from "../clock";
import { idOf } from "../id";
import { projectKinds } from "../project/project.entity";
import { entity } from "../table/entity";
import { importStates } from "./states";

/** What the product takes in by file; receipts are matched elsewhere. */
export const importKinds = ["houses", "arrears"] as const;
export type TakenKind = (typeof importKinds)[number];

/** So many projects one file may name; more is a column matched wrongly. */
export const maxProjects = 100;
/** Sheets of a file. */
export const maxSheets = 100;

/** A person's own matching: fields to columns (from 0), null for none; sheet "*" is all of them, "" that of a CSV. */
export const matchingChange = z.object({
  sheet: z.string().max(100),
  fields: z.record(z.string().max(30), z.int().min(0).max(199).nullable()),
});

/** Where a project named in the file goes; `kind` is set for one that the import makes. */
const target = z.object({
  name: z.string().max(60),
  projectId: idOf("project").optional(),
  kind: z.enum(projectKinds).optional(),
});
export type Target = z.output<typeof target>;

/** One file on its way in. Targets without a projectId are left out on purpose. */
export const importSchema = z.object({
  importId: idOf("import"),
  kind: z.enum(importKinds),
  fileName: z.string().trim().min(1).max(200),
  /** Bytes. */
  size: z.int().min(1),
  state: z.enum(importStates),
  matching: z.array(matchingChange).max(maxSheets + 1),
  /** Rows of data, good and refused. */
  total: z.int().min(0),
  targets: z.array(target).max(maxProjects),
  createdBy: z.string(),
  createdByName: z.string(),
  createdAt: instant,
  startedBy: z.string().optional(),
  startedAt: instant.optional(),
  endedAt: instant.optional(),
  /** The file is removed some time after the end. */
  fileGone: z.literal(true).optional(),
});

/** Newest last (gsi1), those thrown away left out. Its progress, preview and refusals lie with it. */
export const Import = entity({
  name: "import",
  schema: importSchema,
  key: (key: { importId: string }) => [[key.importId], "import"],
  indexes: { gsi1: (one) => (one.state === "discarded" ? undefined : [["import"], one.importId]) },
});

const threefold = z.object({ created: z.int(), updated: z.int(), unchanged: z.int() });
export type Threefold = z.output<typeof threefold>;

/** What a project named in the file came to; areas in 1/100 m², money in fen. */
export const resultSchema = z.object({
  name: z.string(),
  projectId: idOf("project").optional(),
  refused: z.int(),
  houses: threefold.optional(),
  /** Different people; somebody with several houses counts once. */
  people: threefold.optional(),
  areaHundredths: threefold.optional(),
  arrears: z
    .object({
      created: z.int(),
      unchanged: z.int(),
      dueFen: z.int(),
      paidFen: z.int(),
      outstandingFen: z.int(),
    })
    .optional(),
});
export type Result = z.output<typeof resultSchema>;

/**
 * How far an import has come: rows reached, counted as the file is read. Written in the transaction of the rows it
 * counts, so that none is done twice or left out. `dueAt` is when it is to be gone on with, or when its file is to be
 * removed. `tries` counts starts since it last got anywhere.
 */
export const ImportRun = entity({
  name: "importRun",
  schema: z.object({
    importId: idOf("import"),
    reached: z.int().min(0),
    refused: z.int().min(0),
    /** Starts since it last got anywhere, and when the last one was. */
    tries: z.int().min(0),
    claimedAt: instant.optional(),
    results: z.array(resultSchema).max(maxProjects),
    dueAt: instant.optional(),
  }),
  key: (key: { importId: string }) => [[key.importId], "run"],
  due: (run) => (run.dueAt ? { kind: "import", at: run.dueAt } : undefined),
});

/** A good row that the firm's own records refuse. `n` is its place among all rows of data, from 1. */
export const lateSchema = z.object({
  n: z.int().min(1),
  sheet: z.string(),
  row: z.int(),
  /** The field at fault, as in `importFields`. */
  field: z.string(),
  reason: z.string(),
  value: z.string(),
  house: z.string().optional(),
});
export type Late = z.output<typeof lateSchema>;

export const ImportRefusal = entity({
  name: "importRefusal",
  schema: lateSchema.extend({ importId: idOf("import") }),
  key: (key: { importId: string; n: number }) => [
    [key.importId],
    `refusal#${String(key.n).padStart(6, "0")}`,
  ],
});
