import * as z from "zod";
import { occupancies } from "../house/house.entity";
import { idOf } from "../id";
import { projectKinds } from "../project/project.entity";
import { ties } from "../resident/resident.entity";
import { entity } from "../table/entity";
import { maxProjects, maxSheets } from "./import.entity";

/** So many rows are shown as they would be taken in, and so many refused ones. */
export const shownRows = 20;
export const shownProblems = 100;

const sheetSchema = z.object({
  sheet: z.string(),
  /** The row of its headings, 0 when none were found. */
  row: z.int(),
  headings: z.array(z.string()),
  matching: z.record(z.string(), z.int()),
  /** Required fields without a column. */
  missing: z.array(z.string()),
  good: z.int(),
  refused: z.int(),
  reasons: z.array(z.object({ reason: z.string(), count: z.int() })),
});
export type PreviewSheet = z.output<typeof sheetSchema>;

/** A project as the file names it. Areas in 1/100 m², money in fen, the price in fen per m² and month. */
const foundSchema = z.object({
  name: z.string(),
  good: z.int(),
  refused: z.int(),
  houses: z
    .object({
      people: z.int(),
      areaHundredths: z.int(),
      /** What most of its houses are used for, in the file's words and as a kind of project. */
      usage: z.string().optional(),
      kind: z.enum(projectKinds).optional(),
      /** The price that most of its houses state. */
      priceFenPerM2: z.int().optional(),
    })
    .optional(),
  arrears: z.object({ dueFen: z.int(), paidFen: z.int(), outstandingFen: z.int() }).optional(),
});
export type Found = z.output<typeof foundSchema>;

const shownHouse = z.object({
  sheet: z.string(),
  row: z.int(),
  project: z.string(),
  code: z.string(),
  areaHundredths: z.int(),
  handoverDate: z.string().optional(),
  occupancy: z.enum(occupancies).optional(),
  keyCare: z.string().optional(),
  people: z.array(
    z.object({
      name: z.string(),
      phone: z.string().optional(),
      email: z.string().optional(),
      as: z.enum(ties),
    }),
  ),
});
const shownArrears = z.object({
  sheet: z.string(),
  row: z.int(),
  project: z.string(),
  house: z.string(),
  item: z.string(),
  period: z.string(),
  dueFen: z.int(),
  paidFen: z.int(),
  outstandingFen: z.int(),
});

/** A refused row: where, what and why; `more` further things are wrong with it. */
export const problemSchema = z.object({
  n: z.int(),
  sheet: z.string(),
  row: z.int(),
  /** The heading of the column at fault; empty for a whole sheet. */
  column: z.string(),
  reason: z.string(),
  value: z.string(),
  house: z.string().optional(),
  more: z.int(),
});
export type Problem = z.output<typeof problemSchema>;

/** What a file would come to. Bounded in every list and text, so that it fits one item and one answer. */
export const previewSchema = z.object({
  sheets: z.array(sheetSchema).max(maxSheets),
  projects: z.array(foundSchema).max(maxProjects),
  /** More projects than an import may have: a column is matched wrongly. */
  tooManyProjects: z.boolean(),
  good: z.int(),
  refused: z.int(),
  houses: z.array(shownHouse).max(shownRows),
  arrears: z.array(shownArrears).max(shownRows),
  problems: z.array(problemSchema).max(shownProblems),
});
export type Preview = z.output<typeof previewSchema>;

/** The preview of a file under its present matching. */
export const ImportPreview = entity({
  name: "importPreview",
  schema: previewSchema.extend({ importId: idOf("import") }),
  key: (key: { importId: string }) => [[key.importId], "preview"],
});
