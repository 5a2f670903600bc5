import type { occupancies } from "../house/house.entity";
import {
  fieldsOf,
  type ImportedHouse,
  type ProjectType,
  type RowReason,
  rowReasons,
} from "../importing/index";
import type { projectKinds } from "../project/project.entity";
import type { TakenKind } from "./import.entity";

/** How a house stands, by the file's words for it. One being let is lived in; one being renovated is not yet. */
export function occupancyOf(status: ImportedHouse["status"]): (typeof occupancies)[number] | undefined {
  if (status === undefined || status === "unsold" || status === "occupied") return status;
  return status === "let" ? "occupied" : "vacant";
}

/** What kind of project houses of a type make; residential when the file does not say. */
export function projectKindOf(type: ProjectType | undefined): (typeof projectKinds)[number] {
  if (type === undefined) return "residential";
  return type === "industrial" || type === "parking" ? "other" : type;
}

/** The fields that columns may be matched to, with their labels. */
export const fieldsShown = (kind: TakenKind) =>
  fieldsOf(kind).map(([field, { zh, en, required = false }]) => ({ field, required, zh, en }));

const isReason = (code: string): code is RowReason => Object.hasOwn(rowReasons, code);

/** The words for some reasons, by their codes. */
export const wordsFor = (codes: Iterable<string>) =>
  Object.fromEntries([...codes].filter(isReason).map((code) => [code, { ...rowReasons[code] }]));
