/**
 * The pure half of importing: files in, clean rows out. No database, no network.
 * readRows → previewSheets | readHouses | readArrears | readReceipts (→ ReceiptMatcher); writeRefused, writeXlsx.
 */
export { type ArrearsOptions, type ArrearsRow, type RefusedArrears, readArrears } from "./arrears";
export { type Cell, cellText, isBlank, type SheetRow } from "./cell";
export * from "./clean";
export { type FileFault, fileFaults, ImportError } from "./fault";
export { type FieldOf, fieldsOf, type ImportKind, importFields } from "./fields";
export {
  changeMatching,
  findHeadings,
  type Matching,
  type MatchingChange,
  missingFields,
  suggestMatching,
} from "./headings";
export type { HouseRow, ImportedHouse } from "./house-row";
export type { HouseStatus, KeyCare, ProjectType } from "./house-words";
export {
  type HouseOptions,
  HouseSummary,
  type ProjectSummary,
  type RefusedHouse,
  readHouses,
} from "./houses";
export { type MatchingChanges, previewSheets, type SheetHead, type SheetPreview } from "./located";
export { type KnownHouse, type MatchSign, type ReceiptMatch, ReceiptMatcher, type Suggestion } from "./match";
export { type RowReason, rowReasons } from "./reasons";
export { type ReceiptOptions, type ReceiptRow, type RepeatedReceipt, readReceipts } from "./receipts";
export { type ReasonLocale, reasonText, refusalText, writeRefused } from "./refused";
export type { Problem, RefusedRow } from "./row";
export type { FileInput } from "./source";
export { defaultLimits, type ReadLimits, type ReadOptions, readRows } from "./workbook";
export { type SheetColumn, type SheetToWrite, writeXlsx } from "./xlsx-write";
